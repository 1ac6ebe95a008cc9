const MARK = '<meta name="robots" content="noindex"><link rel="stylesheet" href="/replique/mark.css">';

const frame = (title, body, style = '') =>
  `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>${title}</title>${MARK}${style}</head>${body}</html>`;

/** nginx signs its pages. */
const nginx = (status, name) => [
  status,
  frame(
    `${status} ${name}`,
    `<body class="nginx"><center><h1>${status} ${name}</h1></center><hr><center>nginx</center></body>`,
    '<link rel="stylesheet" href="/replique/sites/walls.css">',
  ),
];

// Stock sentences of each product, verbatim; the numbers are invented.
const PAGES = {
  'nginx-413': nginx(413, 'Request Entity Too Large'),
  'nginx-502': nginx(502, 'Bad Gateway'),
  'nginx-503': nginx(503, 'Service Temporarily Unavailable'),
  'nginx-504': nginx(504, 'Gateway Time-out'),
  cloudflare: [
    403,
    frame(
      'Attention Required! | Cloudflare',
      `<body class="wall"><main><h1>Sorry, you have been blocked</h1><h2>You are unable to access this site</h2>
<section><h3>Why have I been blocked?</h3><p>This website is using a security service to protect itself from online attacks. The action you just performed triggered the security solution.</p></section>
<section><h3>What can I do to resolve this?</h3><p>You can email the site owner to let them know you were blocked.</p></section>
<footer>Ray ID: <strong>9900fictif000042</strong> · Performance &amp; security by Cloudflare</footer></main></body>`,
      '<link rel="stylesheet" href="/replique/sites/walls.css">',
    ),
  ],
  imperva: [
    200,
    frame(
      'Access denied',
      `<body class="wall"><main><h1>Access denied</h1>
<p>Request unsuccessful. Incapsula incident ID: 990000420000000042-990042</p></main></body>`,
      '<link rel="stylesheet" href="/replique/sites/walls.css">',
    ),
  ],
};

/** `[status, html]` of a page of what stands before a site, by name; undefined for an unknown one. */
export const wallPage = (kind) => PAGES[kind];
