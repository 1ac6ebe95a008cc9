/** Pages of the tests. Everybody in them is invented, and looks it. */
const page = (body: string, head = ''): string =>
  `<!doctype html><html lang="fr"><head><meta charset="utf-8"><title>Réplique de test</title>${head}</head><body>${body}</body></html>`;

/** Enough ordinary words for the page not to be taken for a bare error page. */
const FILLER = `<p>${'Cette page de réplique présente une étape ordinaire du dépôt, avec ses explications. '.repeat(8)}</p>`;

export const ORDINARY = page(`<main><h1>Ma demande</h1>${FILLER}
  <p>Si une erreur est survenue lors de votre saisie, vous pourrez la corriger.</p>
  <div class="fr-alert fr-alert--success"><p>Votre fichier a bien été importé.</p></div>
  <div class="fr-alert fr-alert--error" style="display:none"><p>Une erreur technique est survenue</p></div>
  <div class="fr-alert fr-alert--error" aria-hidden="true"><p>Votre session a expiré</p></div>
  <div role="alert" style="position:absolute;left:-9999px">Ce compte est bloqué</div>
  <details><summary>Aide</summary><p>Ce timbre ne peut être consommé. Il a déjà été utilisé.</p></details>
  <label for="nom">Nom</label><input id="nom">
</main>`);

export const MESSAGES = page(`<main>${FILLER}
  <p-message><div class="ui-message ui-message-info"><span></span><span><strong>Il est trop tôt</strong> pour demander
    le renouvellement de votre titre.</span></div></p-message>
  <section><h2>Demande invalide.</h2><p>Motif ci-dessous.</p><p>Vous n’êtes pas reconnu bénéficiaire de la protection
    internationale.</p></section>
  <div id="toasts"></div><div id="late" class="fr-alert fr-alert--error" style="display:none"><p>Ce timbre ne peut être
    consommé. Il a déjà été utilisé.</p></div>
  <div id="host"></div>
  <script>
    host.attachShadow({ mode: 'open' }).innerHTML = '<p role="alert">Some of the information you entered is incorrect</p>';
    setTimeout(() => { toasts.innerHTML = '<div class="p-toast-message p-toast-message-error">Le service est ' +
      'momentanément indisponible</div>'; }, 300);
    setTimeout(() => { toasts.innerHTML = ''; }, 1300);
    setTimeout(() => { late.style.display = 'block'; }, 600);
  </script></main>`);

/** Short enough for a bare error page, were it not for the component that says what happened. */
export const SIGNED_OUT =
  page(`<main><div class="fr-alert fr-alert--warning"><p>Votre session a expiré. Veuillez vous
  reconnecter.</p></div><h1>Connexion ou inscription</h1><p>Je n’ai pas de compte</p></main>`);

/** A heading says what has happened; the others name what stands below them. */
export const ANNOUNCED = page(`<main><ol><li>Description</li><li>Créneau</li><li>Confirmation</li></ol>
  <h2>Votre rendez-vous est confirmé</h2><p>Mardi 8 décembre 2026 à 10 h 20</p>
  <h3>Rendez-vous annulé : que faire</h3><h3>Vous avez déjà un compte</h3>${FILLER}</main>`);

export const notifications = (state: string): string =>
  page(`<main><h1>Notifications</h1>${FILLER}<ul><li><p>${state}</p><h3>Notification de clôture de la demande</h3>
  <p>Votre demande de duplicata est close.</p></li></ul></main>`);

export const FULL =
  page(`<main><h1>Dépôt d’un dossier</h1><form>Le planning des rendez-vous est complet. Aucune nouvelle
  plage ne peut être réservée pour le moment.<p><input type="submit" value="Terminer"></p></form></main>`);

/** A table of notifications, with the day on which each was read, or none. */
export const readOn = (day: string): string =>
  page(`<main><h1>Notifications</h1>${FILLER}<table><tr><th>Date</th><th>Objet</th><th>Lue le</th></tr><tr>
  <td>21/01/2023</td><td>Notification de clôture de la demande</td><td>${day}</td></tr></table></main>`);

/** A small page whose labels are explained. */
export const KEY = page(`<h1>Suivi</h1><ul><li>Accordée : la carte est en fabrication</li>
  <li>Le paiement a été refusé</li><li>Votre session a expiré</li></ul>`);

/** A small page with something to click: a button of a banner, a tile. */
export const LABELLED =
  page(`<h1>Timbre</h1><div><button>Tout refuser</button> <button>Accepter</button></div>
  <button>Paiements refusés</button><a href="#tuile"><div>Votre session a expiré</div></a>`);

/** Her documents, one in each row, one of them with a word about it. */
export const ROWS = page(`<main><h1>Mes documents</h1>${FILLER}<table><tr><th>Document</th><th>État</th></tr>
  <tr><td>Passeport</td><td>Votre passeport est disponible</td></tr>
  <tr><td>Photo</td><td>Nous n’avons pas pu traiter ce fichier.</td></tr></table></main>`);

/** A small page around a frame of the same origin. */
export const FRAMED = page(`<h1>Timbre</h1><iframe src="/cadre-paiement" width="600" height="200"></iframe>`);

/** A plain paragraph among others. */
export const OVER =
  page(`<main><h1>Mes documents</h1>${FILLER}<table><tr><td>Passeport</td><td>reçu</td></tr></table>
  <p>Cette demande est verrouillée. Vous ne pouvez plus remplacer ni ajouter de document.</p></main>`);

export const FORM = page(
  `<main id="page"><form onsubmit="return false" action="/depot?token=s3cret">
    <input type="hidden" name="csrf" value="s3cret-csrf">
    <label for="nom">Nom de famille</label><input id="nom" required>
    <label for="tel">Téléphone</label><input id="tel" type="tel">
    <label for="naissance">Date de naissance</label><input id="naissance" type="date">
    <label for="mot">Précisions</label><textarea id="mot"></textarea>
    <label for="ville">Ville</label><input id="ville" value="Villefictive-sur-Exemple">
    <label for="pays">Pays</label><select id="pays"><option value="">Choisir</option><option>Syldavie</option></select>
    <label for="mel">Mél</label><input id="mel" type="email" value="pas une adresse" aria-describedby="mel-e" aria-invalid="true">
    <p id="mel-e" class="fr-error-text">Adresse incorrecte</p>
    <button id="suite" type="button">Enregistrer et poursuivre</button></form>
  <section id="recap"></section><p id="fixe">Contact : jeanne.fictive@exemple.fr, étranger n° 9912345678</p>
  <a href="/usagers/piece/123456?token=s3cret" onclick="x()">Ma pièce</a><img src="/photo.png" alt="logo" width="20" height="20">
  <iframe src="/cadre" width="50" height="30"></iframe><div id="abri"></div>
  <script>
    abri.attachShadow({ mode: 'open' }).innerHTML = '<style>b{color:red}</style><b>Dans l’ombre</b>';
    const feuille = new CSSStyleSheet(); feuille.replaceSync('#recap{background:url(/fond.png);color:rgb(1,2,3)}');
    document.adoptedStyleSheets = [feuille];
    document.querySelector('form').addEventListener('input', () => {
      const [y, m, d] = naissance.value.split('-');
      recap.innerHTML = '<h2>Récapitulatif</h2><p title="' + nom.value + '">' + nom.value.toUpperCase() + '</p><p>' +
        '<span>' + tel.value.slice(0, 2) + '</span> <span>' + tel.value.slice(2) + '</span></p><p>' + [d, m, y].join('/') +
        '</p><p>' + mot.value + '</p>';
      document.title = 'Demande de ' + nom.value;
    });
    window.keys = []; addEventListener('keydown', (event) => keys.push(event.key + event.defaultPrevented));
  </script></main>`,
  '<meta name="csrf-token" content="s3cret-meta"><meta http-equiv="refresh" content="9999"><base href="/usagers/"><link rel="stylesheet" href="/style.css">',
);

export const PASSWORD = page('<form><label>Mot de passe <input id="mdp" type="password"></label></form>');
