// The least a server can do to store an activity: parse, insert, answer. No sign-in, no rules, no row-level security, no audit.
import http from 'node:http';
import pg from 'pg';

const pool = new pg.Pool({ connectionString: process.env.DATABASE_URL, max: 10 });
const INSERT = {
  name: 'insert-activity',
  text: `insert into activities (institution_id, id, group_id, author_id, held_on, focus_area, minutes, children_present)
    values ($1, $2, $3, $4, $5, $6, $7, $8) returning id, version`,
};

http
  .createServer((request, response) => {
    if (request.method === 'GET') return void response.end();
    const chunks = [];
    request.on('data', (chunk) => chunks.push(chunk));
    request.on('end', () => void store(JSON.parse(Buffer.concat(chunks).toString('utf8')), response));
  })
  .listen(Number(process.env.PORT), '127.0.0.1');

async function store(activity, response) {
  const { institutionId, id, groupId, heldOn, focusArea, minutes, childrenPresent } = activity;
  const values = [
    institutionId,
    id,
    groupId,
    process.env.AUTHOR,
    heldOn,
    focusArea,
    minutes,
    childrenPresent,
  ];
  const { rows } = await pool.query({ ...INSERT, values });
  response.writeHead(201, { 'content-type': 'application/json' }).end(JSON.stringify(rows[0]));
}
