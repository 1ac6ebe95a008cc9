import { USERS } from '../fictitious.mjs';
import { SITES, startAddress } from '../neighbours/sites.mjs';
import { NEIGHBOUR_SCENARIOS, SCENARIOS } from '../scenarios.mjs';
import { escapeHtml } from './html.mjs';
import { CATEGORY_TITLES, HOME_TEXT } from './replica-text.mjs';

const SKINS = ['usagers', 'particuliers'];

const tryAddress = (id, skin, lang) =>
  escapeHtml(`/replique/essayer?${new URLSearchParams({ id, skin, langue: lang })}`);

/**
 * The page of someone who plays with the replica: French first, the same in English below. Under the portal's own name it
 * quotes every failure, and is none: what leads to them is navigation.
 */
export function replicaHomePage(exchange) {
  return `<!doctype html><html lang="fr"><head><meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1"><meta name="robots" content="noindex">
<title>Réplique du portail : scénarios</title><link rel="icon" href="/favicon.svg">
<link rel="stylesheet" href="/replique/mark.css"><link rel="stylesheet" href="/replique/home.css">
<link rel="stylesheet" href="/replique/scenario-cards.css"></head>
<body>${section(exchange, 'fr')}${section(exchange, 'en')}</body></html>`;
}

function section({ scenario }, lang) {
  const t = HOME_TEXT[lang];
  const other = lang === 'fr' ? '<a href="#english" lang="en">English below</a>' : '<a href="#">Français</a>';
  const chosen = escapeHtml(scenario ? scenario.title[lang] : t.none);
  const groups = [...new Set(SCENARIOS.map(({ category }) => category))];
  return `<div lang="${lang}"${lang === 'en' ? ' id="english"' : ''}>
<header><div class="width"><p class="other">${other}</p><h1>${t.title}</h1><p class="intro">${t.intro}</p>
<p class="warning">${t.warning}</p>
<nav class="current" aria-label="${t.current}"><span>${t.current}</span> <strong>${chosen}</strong>
<a class="button" href="/replique/reinitialiser">${t.reset}</a></nav></div></header>
<main class="width">
<section class="duo"><div><h2>${t.healthyTitle}</h2>
<p>${t.healthy.replace('{logins}', USERS.map(({ login }) => `<code>${login}</code>`).join(', '))}</p>
<div class="starts">${SKINS.map((skin) => start(skin, lang)).join('')}</div></div>
<div><h2>${t.sharedTitle}</h2><p>${t.shared}</p></div></section>
<h2 id="scenarios-${lang}">${t.listTitle.replace('{count}', SCENARIOS.length)}</h2><p>${t.list}</p>
<nav aria-labelledby="scenarios-${lang}">
${groups.map((category) => group(category, lang, scenario)).join('')}
<section class="neighbours" id="voisins-${lang}"><h2>${t.neighboursTitle.replace('{count}', NEIGHBOUR_SCENARIOS.length)}</h2><p>${t.neighbours}</p>
${Object.keys(SITES)
  .map((site) => neighbourGroup(site, lang, scenario))
  .join('')}</section>
</nav></main></div>`;
}

const start = (skin, lang) =>
  `<a class="start" href="${tryAddress('none', skin, lang)}"><strong>${HOME_TEXT[lang].healthyGo} · ${HOME_TEXT[lang][skin]}</strong><span>${HOME_TEXT[lang][`${skin}Note`]}</span></a>`;

function group(category, lang, current) {
  const cards = SCENARIOS.filter((scenario) => scenario.category === category);
  return `<section class="group"><h3>${CATEGORY_TITLES[category][lang]}</h3>
<ul>${cards.map((scenario) => card(scenario, lang, scenario === current)).join('')}</ul></section>`;
}

const portalLinks = (id, lang) =>
  SKINS.map(
    (skin) =>
      `<a href="${tryAddress(id, skin, lang)}" data-test="try-${id}-${skin}">${HOME_TEXT[lang][`${skin}Try`]}</a>`,
  ).join('');

function neighbourGroup(site, lang, current) {
  const { title, healthy } = SITES[site];
  const cards = NEIGHBOUR_SCENARIOS.filter((scenario) => scenario.site === site);
  const start = `<a href="${escapeHtml(startAddress(site, 'none', lang))}" data-test="visit-${site}">${healthy[lang]}</a>`;
  return `<section class="group"><h3>${escapeHtml(title[lang])} <span class="visit">${HOME_TEXT[lang].visit}${start}</span></h3>
<ul>${cards.map((scenario) => card(scenario, lang, scenario === current)).join('')}</ul></section>`;
}

const neighbourLink = (id, lang) =>
  `<a href="${escapeHtml(`/replique/essayer?${new URLSearchParams({ id, langue: lang })}`)}" data-test="try-${id}">${HOME_TEXT[lang].neighbourTry}</a>`;

function card({ id, title, what, harmless, site }, lang, isCurrent) {
  const t = HOME_TEXT[lang];
  const links = site ? neighbourLink(id, lang) : portalLinks(id, lang);
  return `<li class="card"${isCurrent ? ' aria-current="true"' : ''}>
<h4>${escapeHtml(title[lang])}${harmless ? ` <span class="harmless">${t.harmless}</span>` : ''}</h4>
<p>${escapeHtml(what[lang])}</p><p class="tries"><span>${t.try}</span>${links}</p></li>`;
}
