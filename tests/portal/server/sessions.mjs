import { randomUUID } from 'node:crypto';
import { USERS, VALUES_BY_STEP } from '../fictitious.mjs';

/** Portal sessions, SSO sessions, login codes and requests, all in memory. */
export function createSessions() {
  const portal = new Map();
  const sso = new Map();
  const codes = new Map();
  const dossiers = new Map();
  return {
    userByLogin: (login) => USERS.find((user) => user.login === String(login).trim().toLowerCase()),
    open(user) {
      const session = { id: randomUUID(), user };
      portal.set(session.id, session);
      return session;
    },
    find: (id) => portal.get(id),
    close: (id) => portal.delete(id),
    openSso(user) {
      const id = randomUUID();
      sso.set(id, user);
      return id;
    },
    findSso: (id) => sso.get(id),
    closeSso: (id) => sso.delete(id),
    issueCode(user) {
      const code = `${randomUUID()}.${randomUUID()}`;
      codes.set(code, user);
      return code;
    },
    /** A code opens one session, once. */
    consumeCode(code) {
      const user = codes.get(code);
      codes.delete(code);
      return user;
    },
    expireUser(user) {
      for (const [id, session] of portal) if (session.user === user) portal.delete(id);
      for (const [id, other] of sso) if (other === user) sso.delete(id);
    },
    expireAll() {
      portal.clear();
      sso.clear();
    },
    dossierOf: (user) => dossiers.get(user.id),
    startDossier(user, demarche = 'renouvellement') {
      // The application number is numeric, pieces have a UUID: both kinds of id stand in paths.
      const dossier = { id: 7_500_000 + user.id, demarche, reached: 1, values: {}, pieces: [] };
      dossiers.set(user.id, dossier);
      return dossier;
    },
    dropDossier: (user) => dossiers.delete(user.id),
  };
}

/** Everything before `step` done, and the step itself typed: one click is then left to the person. */
export function prefill(dossier, step) {
  dossier.reached = step;
  for (const values of Object.values(VALUES_BY_STEP)) Object.assign(dossier.values, values);
  if (step > 5) {
    dossier.pieces = ['passeport', 'domicile', 'photo'].map((piece) => ({
      id: randomUUID(),
      piece,
      name: `${piece}-fictif.pdf`,
      size: 48_210,
    }));
  }
  if (step > 6) dossier.timbre = 'consumed';
}
