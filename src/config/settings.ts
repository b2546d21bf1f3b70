/** Where a PostgreSQL server answers: a private Unix socket folder (embedded) or a connection URL (external). */
export type DatabaseAddress = { host: string; user: string; database: string } | { connectionString: string };

/** How mails leave; passwords and all, so it is never shown or logged. */
export interface MailSettings {
  host: string;
  port: number;
  /** `tls`: from the first byte; `starttls`: demanded before anything else is said; `none`: in clear, for a relay next door. */
  encryption: 'tls' | 'starttls' | 'none';
  auth: { user: string; pass: string } | null;
  /** Address that mails come from, with or without a name: `Olympia ruft <olympia@example.org>`. */
  from: string;
}

/** Where the pictures below the points of the map come from; everybody who opens it asks that host for them. */
export interface MapTiles {
  /** Address with `{z}`, `{x}` and `{y}`. */
  url: string;
  /** Whose they are, as their owner wants it said; plain text. */
  attribution: string;
}

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
  /** Null: no mails; links are shown to whoever makes them and passed on by hand. */
  mail: MailSettings | null;
  /** Whether this process carries out jobs (mails, reminders); if not, they wait for one that does. */
  jobs: boolean;
  /** Coordinators, programme leads and administrators can do nothing before they have set up a second factor. */
  secondFactorRequired: boolean;
  /** Null: the map is a plain grid and asks nobody. */
  mapTiles: MapTiles | null;
  /** How long the computation of published statistics over children may take. */
  publicationSeconds: number;
  /** Whoever presents it may read figures about the running program; null: nobody may. */
  metricsToken: string | null;
  /** Folder of the built-in database, whose disk may become full; null where the database is somewhere else. */
  dataDirectory: string | null;
}
