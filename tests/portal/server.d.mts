import type { IncomingMessage, ServerResponse } from 'node:http';

/** One request as the replica received it. `status` is undefined while unanswered, and when it was cut. */
export interface SeenRequest {
  host: string;
  method: string;
  /** Path without query. */
  path: string;
  /** Query with its `?`, or an empty string. */
  search: string;
  headers: Record<string, string | string[] | undefined>;
  cookie: boolean;
  /** The replica's clock, ms since the epoch. */
  at: number;
  status: number | undefined;
}

export interface Portal {
  port: number;
  hosts: { portal: string; sso: string };
  /** `portal` and `sso` are origins; `replica` is the page that lists the scenarios. */
  urls: { portal: string; sso: string; replica: string };
  requests: SeenRequest[];
  /**
   * For every browser, over its own choice; `none` forces the healthy portal, undefined gives the choice back.
   * `times` counts failing answers (a browser repeats a dropped request by itself, and each counts). Throws on an
   * unknown id.
   */
  setScenario(id: string | undefined, options?: { times?: number }): void;
  /** From now on that host is answered by this, and its requests are not among `requests`. */
  answerAt(host: string, listener: (request: IncomingMessage, response: ServerResponse) => void): void;
  /** `scenario: null` gives the choice back to browsers. `clockOffsetMs` moves the `Date` header.
   * `answerAfterMs`: the application's own requests are answered so late. */
  control(change: {
    scenario?: string | null;
    times?: number;
    clockOffsetMs?: number;
    answerAfterMs?: number;
    expireSessions?: boolean;
  }): void;
  close(): Promise<void>;
}

export function startPortal(options?: { port?: number; now?: () => number }): Promise<Portal>;
