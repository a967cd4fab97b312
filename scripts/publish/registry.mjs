// A registry of our own on the loopback for the length of a rehearsal: Verdaccio, which knows the names of @slipform alone.
// A project whose .npmrc sends this scope there is otherwise as a user has it: all else comes from npm's own registry.
import { randomUUID } from 'node:crypto';
import { mkdir } from 'node:fs/promises';
import { createServer } from 'node:http';
import { createRequire } from 'node:module';
import { join } from 'node:path';

/**
 * @param tools the folder in which Verdaccio is installed
 * @returns its `url`, `npmrc` for those who install, `publisher` for those who publish too, and `close`
 */
export async function startRegistry(tools, workspace) {
  const storage = join(workspace, 'registry');
  await mkdir(storage);
  // npm keeps answers by their address: one that no other run has had.
  const prefix = `/${randomUUID()}/`;
  const { runServer } = createRequire(join(tools, 'package.json'))('verdaccio');
  const verdaccio = await runServer({
    storage,
    self_path: storage,
    configPath: join(storage, 'config.yaml'),
    url_prefix: prefix,
    auth: { htpasswd: { file: join(storage, 'htpasswd') } },
    uplinks: {},
    packages: { '@slipform/*': { access: '$all', publish: '$authenticated' } },
    log: { type: 'stdout', level: 'fatal', format: 'json' },
    web: { enable: false },
    max_body_size: '100mb',
  });
  const server = createServer((request, response) => {
    request.url = request.url.replace(prefix, '/');
    verdaccio.emit('request', request, response);
  });
  await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve));
  const url = `http://127.0.0.1:${server.address().port}${prefix}`;
  const answer = await fetch(`${url}-/user/org.couchdb.user:publisher`, {
    method: 'PUT',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ name: 'publisher', password: randomUUID() }),
  });
  if (!answer.ok) throw new Error(`the registry makes no account: ${answer.status} ${await answer.text()}`);
  const { token } = await answer.json();
  const npmrc = `@slipform:registry=${url}\n`;
  return {
    url,
    npmrc,
    publisher: `${npmrc}${url.replace('http:', '')}:_authToken=${token}\n`,
    close: () => {
      server.closeAllConnections();
      server.close();
    },
  };
}
