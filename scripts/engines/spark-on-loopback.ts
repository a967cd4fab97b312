import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { openSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { endAll, freePorts, interpreter } from './processes';

/** A Spark cluster of this machine: a master and two workers with two cores each. */
export interface Spark {
  /** The program that takes jobs, and what it needs before a job's own arguments. */
  readonly submit: string;
  readonly options: readonly string[];
  readonly env: NodeJS.ProcessEnv;
  stop(): Promise<void>;
}

/** Small and quick to start, as for jobs that are over in seconds. */
const jvm = '-XX:TieredStopAtLevel=1 -XX:+UseSerialGC';

/**
 * Starts pip's Spark as a standalone cluster. Its workers have two addresses of the loopback: to Spark they are two
 * hosts, and it starts the copy of a slow task on another host than the first.
 */
export async function startSpark(folder: string, base: NodeJS.ProcessEnv): Promise<Spark> {
  const home = sparkHome();
  const env = {
    ...base,
    SPARK_HOME: home,
    PYSPARK_PYTHON: interpreter,
    SPARK_DAEMON_JAVA_OPTS: `${jvm} -Dspark.master.rest.enabled=false`,
  };
  const [port] = await freePorts(1);
  const master = `spark://127.0.0.1:${port}`;
  const daemons: ChildProcess[] = [];
  const start = (role: string, host: string, ...args: string[]) => {
    const log = openSync(join(folder, `${role}-${host}.log`), 'w');
    const name = `org.apache.spark.deploy.${role.toLowerCase()}.${role}`;
    daemons.push(
      spawn(join(home, 'bin', 'spark-class'), [name, '--host', host, '--webui-port', '0', ...args], {
        cwd: folder,
        env: { ...env, SPARK_LOCAL_IP: host, SPARK_DAEMON_MEMORY: '256m' },
        stdio: ['ignore', log, log],
      }),
    );
  };
  start('Master', '127.0.0.1', '--port', String(port));
  for (const host of ['127.0.0.2', '127.0.0.3']) {
    start('Worker', host, '--cores', '2', '--memory', '768m', '--work-dir', join(folder, 'work'), master);
  }
  const settings = {
    'spark.ui.enabled': 'false',
    'spark.executor.memory': '512m',
    'spark.executor.extraJavaOptions': jvm,
    'spark.driver.extraJavaOptions': jvm,
    // Three of six tasks are interfered with; a copy of what is slow may begin when half are done.
    'spark.speculation.quantile': '0.5',
  };
  return {
    submit: join(home, 'bin', 'spark-submit'),
    options: [
      '--master',
      master,
      ...Object.entries(settings).flatMap(([key, value]) => ['--conf', `${key}=${value}`]),
    ],
    env: { ...env, SPARK_LOCAL_IP: '127.0.0.1' },
    stop: () => endAll(daemons),
  };
}

function sparkHome(): string {
  const code = 'import pyspark; print(pyspark.__file__)';
  return dirname(spawnSync(interpreter, ['-c', code], { encoding: 'utf8' }).stdout.trim());
}
