export interface ConnectProxy {
  port: number;
  /** `host:port` of every tunnel asked for and refused. */
  refused: string[];
  close(): Promise<void>;
}

/** `served`: hosts that end at `targetPort` (the portal and its SSO unless told otherwise). */
export function startConnectProxy(options: {
  targetPort: number;
  port?: number;
  served?: { has(host: string): boolean };
}): Promise<ConnectProxy>;
