const MARK = '<meta name="robots" content="noindex"><link rel="stylesheet" href="/replique/mark.css">';

const frame = (title, body, lang = 'en') =>
  `<!doctype html><html lang="${lang}"><head><meta charset="utf-8"><title>${title}</title>${MARK}</head><body>${body}</body></html>`;

const bare = (status, title, text) => [
  status,
  frame(`${status} ${title}`, `<h1>${status} ${title}</h1>\n${text}\n`),
];

// The two HAProxy sentences are public and verbatim; the 504 one is HAProxy's stock text. Nobody has published what
// ANEF's own gateway says.
const PAGES = {
  502: bare(502, 'Bad Gateway', 'The server returned an invalid or incomplete response.'),
  503: bare(503, 'Service Unavailable', 'No server is available to handle this request.'),
  504: bare(504, 'Gateway Time-out', "The server didn't respond in time."),
  maintenance: [
    503,
    frame(
      'Site en maintenance',
      '<main class="notice"><h1>Site en maintenance</h1><p>Le service est momentanément indisponible. Veuillez réessayer ultérieurement.</p></main>',
      'fr',
    ),
  ],
  // F5's block page answers 200: the status alone says nothing.
  rejected: [
    200,
    frame(
      'Request Rejected',
      'The requested URL was rejected. Please consult with your administrator.<br><br>Your support ID is: 9900000000000000042<br><br><a href="/">[Go Back]</a>',
    ),
  ],
};

/** `[status, html]` of a gateway's page, by status or kind. */
export const gatewayPage = (kind) => PAGES[kind];

/** The portal's own page for a 500 of the document. Our wording: the real one is not public. */
export const errorPage = () =>
  frame(
    'Erreur 500 – Étrangers en France (réplique)',
    '<main class="notice"><p class="notice-code">Erreur 500</p><h1>Erreur inattendue</h1><p>Désolé, une erreur est survenue. Veuillez réessayer ultérieurement.</p></main>',
    'fr',
  );
