#!/usr/bin/env python3
"""Checks a BagIt bag against RFC 8493, written from its text alone: nothing here comes from the code that makes bags.

python3 rfc8493.py FOLDER: says "valid" and ends with 0, or says each fault and ends with 1.
"""
import hashlib
import os
import re
import stat
import sys
import unicodedata

MANIFEST = re.compile(r"^(tag)?manifest-([a-z0-9]+)\.txt$", re.IGNORECASE)


class Bag:
    def __init__(self, folder):
        self.folder = folder
        self.faults = []
        self.files = {}
        for here, _, names in os.walk(folder):
            for name in names:
                whole = os.path.join(here, name)
                self.files[os.path.relpath(whole, folder).replace(os.sep, "/")] = whole

    def fault(self, words):
        self.faults.append(words)

    def text(self, path):
        """A tag file: UTF-8 without a byte order mark (2.1.1, 2.2)."""
        if path not in self.files:
            return None
        with open(self.files[path], "rb") as opened:
            content = opened.read()
        if content.startswith(b"\xef\xbb\xbf"):
            self.fault(f"{path}: byte order mark")
        try:
            return content.decode("utf-8")
        except UnicodeDecodeError:
            self.fault(f"{path}: not UTF-8")
            return None

    def lines(self, path):
        text = self.text(path)
        return [line for line in re.split(r"\r\n|\n|\r", text or "") if line != ""]

    def declaration(self):
        """2.1.1: two lines, in that order."""
        found = self.lines("bagit.txt")
        if "bagit.txt" not in self.files:
            return self.fault("no bagit.txt")
        if len(found) != 2 or found[1] != "Tag-File-Character-Encoding: UTF-8":
            self.fault("bagit.txt: not the declaration of an UTF-8 bag")
        if found[:1] != ["BagIt-Version: 1.0"]:
            self.fault("bagit.txt: not version 1.0")

    def entries(self, manifest):
        """2.1.3: one line a file, `checksum filepath`, CR, LF and % encoded in the latter."""
        found = {}
        for line in self.lines(manifest):
            parts = re.match(r"^([0-9a-fA-F]+)[ \t]+(.+)$", line)
            if not parts:
                self.fault(f"{manifest}: not a line: {line}")
                continue
            checksum, path = parts[1].lower(), parts[2]
            if re.search(r"%(?!0[AaDd]|25)", path):
                self.fault(f"{manifest}: a percent sign that is not encoded: {path}")
            path = re.sub(r"%(0[AaDd]|25)", lambda code: chr(int(code[1], 16)), path)
            if path in found:
                self.fault(f"{manifest}: {path} twice")
            # 5.1.2: nothing outside of the bag.
            if path.startswith(("/", "~", "*", "./")) or ".." in path.split("/") or "\\" in path:
                self.fault(f"{manifest}: {path} leads elsewhere")
            found[path] = checksum
        return found

    def compare(self, manifest, algorithm, entries):
        if algorithm not in hashlib.algorithms_available:
            return self.fault(f"{manifest}: unknown algorithm")
        for path, checksum in entries.items():
            if path not in self.files:
                self.fault(f"{manifest}: {path} is missing")
                continue
            running = hashlib.new(algorithm)
            with open(self.files[path], "rb") as opened:
                for piece in iter(lambda: opened.read(1 << 20), b""):
                    running.update(piece)
            if running.hexdigest() != checksum:
                self.fault(f"{manifest}: {path} has another checksum")

    def manifests(self):
        payload = {path for path in self.files if path.startswith("data/")}
        tags = {}
        found = 0
        for name in sorted(self.files):
            kind = MANIFEST.match(name)
            if not kind:
                continue
            entries = self.entries(name)
            self.compare(name, kind[2].lower(), entries)
            if kind[1]:
                tags[name] = set(entries)
                # 2.2.1: neither payload nor itself.
                for path in entries:
                    if path.startswith("data/") or path.lower().startswith("tagmanifest-"):
                        self.fault(f"{name}: {path} has no place in it")
                continue
            found += 1
            # 3: every payload file in every payload manifest, and nothing else.
            for path in sorted(payload - set(entries)):
                self.fault(f"{name}: {path} is not listed")
            for path in sorted(set(entries) - payload):
                self.fault(f"{name}: {path} is not payload")
        if found == 0:
            self.fault("no payload manifest")
        manifests = {name for name in self.files if re.match(r"^manifest-[^/]+\.txt$", name)}
        for name, listed in tags.items():
            for path in sorted(({"bagit.txt"} | manifests) - listed):
                self.fault(f"{name}: {path} is not listed")
        return payload

    def info(self, payload):
        """2.2.2: `label: value`, folded by a space at the start of a line."""
        values = {}
        label = None
        for line in self.lines("bag-info.txt"):
            parts = re.match(r"^([^\s:][^:]*): (.*)$", line)
            if parts:
                label = parts[1].lower()
                values.setdefault(label, []).append(parts[2])
            elif label is None or line[0] not in " \t":
                self.fault(f"bag-info.txt: not a line: {line}")
        for oxum in values.get("payload-oxum", []):
            told = f"{sum(os.path.getsize(self.files[path]) for path in payload)}.{len(payload)}"
            if oxum != told:
                self.fault(f"bag-info.txt: Payload-Oxum is {told}, not {oxum}")
        if len(values.get("payload-oxum", [])) > 1:
            self.fault("bag-info.txt: Payload-Oxum twice")
        for day in values.get("bagging-date", []):
            if not re.match(r"^\d{4}-\d\d-\d\d$", day):
                self.fault(f"bag-info.txt: Bagging-Date {day}")

    def names(self):
        """5.2: names that meet on another system."""
        seen = {}
        for path in self.files:
            folded = unicodedata.normalize("NFC", path).casefold()
            if folded in seen:
                self.fault(f"{path} and {seen[folded]} meet on another system")
            seen[folded] = path
            if not stat.S_ISREG(os.lstat(self.files[path]).st_mode):
                self.fault(f"{path} is no plain file")

    def check(self):
        self.declaration()
        if not os.path.isdir(os.path.join(self.folder, "data")):
            self.fault("no payload folder")
        if "fetch.txt" in self.files:
            self.fault("fetch.txt: what is elsewhere is not here")
        self.info(self.manifests())
        self.names()
        return self.faults


def main():
    faults = Bag(sys.argv[1]).check()
    print("\n".join(faults) or "valid")
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main())
