/** Where a PostgreSQL server answers: a private Unix socket folder (embedded) or a connection URL (external). */
export type DatabaseAddress = { host: string; user: string; database: string } | { connectionString: string };

/** Everything the application needs to know from outside; made once from the environment (env.ts) or by a test. */
export interface Settings {
  /** Address people type, without a trailing slash; decides about `Secure` cookies. */
  publicUrl: string;
  /** Database as the runtime role (never owner, superuser or BYPASSRLS). */
  database: DatabaseAddress;
  /** Connections for requests; further requests wait a moment, then get 503. */
  poolSize: number;
  /** Folder of the built web application, or null to serve the API alone. */
  webRoot: string | null;
  /** The demo city says on every page that its people and institutions are invented. */
  demo: boolean;
  /** Behind how many reverse proxies the server stands (0: the socket's address is the client's). */
  trustedProxies: number;
}
