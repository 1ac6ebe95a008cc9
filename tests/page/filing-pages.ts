/** Pages of a request that is being filed, in both generations of the interface. Everybody in them is invented. */
const page = (main: string, lang = 'fr'): string => `<!doctype html>
<html lang="${lang}"><head><meta charset="utf-8"><title>Étrangers en France</title></head><body><app-root>
<header><nav><ul><li><a href="#/">Accueil</a></li><li><a href="#/documents">Mes documents</a></li></ul></nav></header>
<main>${main}</main>
<footer>Accessibilité : non conforme. Formats acceptés : PDF.</footer></app-root></body></html>`;

/** As the DSFR draws uploads. */
export const UPLOADS_TODAY = page(`
<h2 class="fr-stepper__title">Mes documents<span class="fr-stepper__state">Étape 5 sur 7</span></h2>
<div class="fr-upload-group fr-upload-group--valid"><label class="fr-label" for="a">Passeport
  <span class="fr-hint-text">Taille maximale : 10 Mo. Formats supportés : pdf, png, jpg.</span></label>
  <input class="fr-upload" type="file" id="a"><div class="fr-messages-group">
  <p class="fr-message fr-valid-text">Document ajouté : <span class="file-name">CNI Fictive Anne.pdf</span></p>
  <p class="fr-hint-text">1,2 Mo, le 21/11/2026</p><button type="button">Supprimer</button></div></div>
<div class="fr-upload-group fr-upload-group--error"><label class="fr-label" for="b">Justificatif de <strong>domicile</strong>
  <span class="fr-hint-text">Taille maximale : 10 Mo.</span></label>
  <input class="fr-upload" type="file" id="b">
  <p class="fr-error-text">Le fichier n’a pas pu être traité.</p></div>
<div class="fr-upload-group"><label class="fr-label" for="c">Photo d’identité</label><input class="fr-upload" type="file" id="c"></div>
<button class="fr-btn">Enregistrer et poursuivre</button>`);

/** As PrimeNG did, the chooser apart from the list of what was given. */
export const UPLOADS_BEFORE = page(`
<h1>Pièces justificatives</h1><app-pieces-jointes>
<p>La taille de chaque fichier ne doit pas dépasser 10 Mo. Les fichiers illisibles seront refusés.</p>
<h2>Passeport <span class="obligatoire">*</span></h2>
<p-fileupload><span class="ui-button ui-fileupload-choose"><span class="ui-button-text">Ajouter un document</span><input type="file" style="opacity:0"></span></p-fileupload>
<ul><li>passeport.pdf (9 Ko) <span class="pi pi-check">✔</span> <a href="javascript:void(0)">Supprimer</a></li></ul>
<h2>Justificatif de domicile</h2>
<p-fileupload><span class="ui-button ui-fileupload-choose"><span class="ui-button-text">Ajouter un document</span><input type="file" style="opacity:0"></span></p-fileupload>
<ul><li>facture.pdf <span class="pi pi-times" style="color:#b00">✖</span> <p-message severity="error"><div class="ui-message ui-message-error"><span class="ui-message-text">Le document n’a pas pu être traité.</span></div></p-message></li></ul>
</app-pieces-jointes><button class="ui-button">Enregistrer et poursuivre</button>`);

/** What was sent, with what became of it, in English. */
export const STATES_IN_ENGLISH = page(
  `<h1>My supporting documents</h1>
<table><thead><tr><th>Document</th><th>File</th><th>Added on</th><th>Status</th></tr></thead><tbody>
<tr><td>Passport</td><td>scan-anne.pdf</td><td>12 November 2026</td><td><p class="fr-badge fr-badge--success">Accepted</p></td></tr>
<tr><td>Proof of address</td><td>bill.png (350 kB)</td><td>12 November 2026</td><td><p class="fr-badge fr-badge--error">Rejected: unreadable</p></td></tr>
<tr><td>Birth certificate</td><td>birth.pdf</td><td>13 November 2026</td><td><p class="fr-badge fr-badge--info">Under review</p></td></tr>
</tbody></table>`,
  'en',
);

/** The portal's own words (published) and buttons. */
export const RECAP = page(`
<h1>Récapitulatif</h1>
<p>Je vérifie les informations que j’ai saisies avant de les envoyer. Une fois la demande envoyée, je ne peux plus la modifier.</p>
<section><h3>Mes documents</h3><dl><dt>Passeport</dt><dd>CNI Fictive Anne.pdf</dd><dt>Photo d’identité</dt><dd>photo.jpg</dd></dl>
<h3>Mon adresse</h3><dl><dt>Commune</dt><dd>VILLE-FICTIVE</dd></dl></section>
<button>Valider et vérifier la suite de ma saisie 4/4</button>`);

export const CONFIRMED = page(
  `<h1>Thank you</h1><div class="fr-alert fr-alert--success" role="alert"><h3>Your application has been successfully submitted</h3></div>
<dl><dt>Submitted on</dt><dd>November 21, 2026 at 10:04 am</dd><dt>Permit valid until</dt><dd>30/03/2027</dd></dl>`,
  'en',
);

/** A field of the file's name, chosen by hand. */
export const TYPED = page(`
<h1>Mes documents</h1>
<label for="n">Intitulé</label><input id="n" value="ZEBULON-FICTIF">
<div class="upload"><label for="d">Attestation de ZEBULON-FICTIF</label><input type="file" id="d"><p class="ok">Document reçu</p></div>`);
