import { randomUUID } from 'node:crypto';
import { fetchRequestHandler } from '@trpc/server/adapters/fetch';
import { closeDatabase, expectedDatabaseError, openDatabase } from '../../db/index.ts';
import { ExpectedError } from '../../shared/model/errors.ts';
import { LARGEST_BODY } from '../../shared/model/limits.ts';
import { prepareDataFolder, type DataFolder } from './data-folder.ts';
import { recogniseInWorker } from '../office/recognise-in-worker.ts';
import type { Downloads } from './downloads.ts';
import { failurePage } from './failure-page.ts';
import type { Host } from './host.ts';
import { createJobs } from './jobs.ts';
import { createLog, type Log } from './log.ts';
import { printPage } from './print-page.ts';
import type { Paper, Program } from './program.ts';
import { createReadings, type Read } from './readings.ts';
import { appRouter } from './router.ts';
import { commonHeaders, plainResponse, withHeaders } from './security-headers.ts';
import { byKeptMapping } from './services/kept-mappings.ts';
import { createServices } from './services/index.ts';
import type { Services } from './services.ts';
import type { ShelvedTemplate } from './services/fill.ts';
import { createShelf } from './shelf.ts';
import { serveStatic } from './static.ts';
import { createTemporaryFolders } from './temporary.ts';
import { expectedOf } from './trpc.ts';

export interface AppOptions {
  readonly folder: DataFolder;
  readonly host: Host;
  /** The built window. */
  readonly renderer: string;
  readonly version: string;
  /** Where a bundle has the export worker; left out where the program runs from its sources. */
  readonly worker?: URL;
  /** Answers /download/…, for a host that delivers that way. */
  readonly downloads?: Downloads;
  readonly now?: () => Date;
  readonly newId?: () => string;
}

/** The program behind one function from request to response. It has no port, no window and no console of its own. */
export interface App {
  readonly fetch: (request: Request) => Promise<Response>;
  /** Why the data could not be opened; null where it could. Every page then says so, and every procedure too. */
  readonly failure: ExpectedError | null;
  /** The use cases, for a host without a window. Throws `failure` where there is one. */
  readonly services: () => Services;
  /** The program inside, for the command line's use cases. Throws `failure` where there is one. */
  readonly program: () => Program;
  /** Stops what runs, removes temporary files, closes the database. */
  readonly close: () => Promise<void>;
}

/** Opens the data and puts the program together. Expected failures to open it end up in `failure`, never as a throw. */
export const createApp = async (options: AppOptions): Promise<App> => {
  const log = createLog(options.folder.logs, options.now ?? (() => new Date()));
  const opened = await open(options, log);
  if (opened instanceof ExpectedError) return failedApp(options, log, opened);
  const services = createServices(opened);
  return {
    fetch: (request) => answer(request, options, log, () => services, opened),
    failure: null,
    services: () => services,
    program: () => opened,
    close: () => close(opened),
  };
};

const failedApp = (options: AppOptions, log: Log, failure: ExpectedError): App => {
  const refuse = (): never => {
    throw failure;
  };
  return {
    fetch: (request) => answer(request, options, log, refuse, failure),
    failure,
    services: refuse,
    program: refuse,
    close: () => Promise.resolve(),
  };
};

const open = async (options: AppOptions, log: Log): Promise<Program | ExpectedError> => {
  const { folder, host, version, worker } = options;
  const now = options.now ?? (() => new Date());
  const newId = options.newId ?? randomUUID;
  try {
    prepareDataFolder(folder);
    const db = await openDatabase(folder.database, { backupFolder: folder.backups, at: now().toISOString() });
    const temporary = createTemporaryFolders(folder.temporary);
    const read: Read = async (source, name, options) =>
      byKeptMapping(db, name, await recogniseInWorker(source, name, { ...options, workerUrl: worker }));
    const parts = {
      papers: createShelf<Paper>(6, randomUUID),
      templates: createShelf<ShelvedTemplate>(4, randomUUID),
      readings: createReadings(read, randomUUID, log),
      jobs: createJobs(newId, log),
    };
    return { db, folder, host, version, worker, log, temporary, ...parts, now, newId };
  } catch (error) {
    const expected = expectedDatabaseError(error);
    if (expected instanceof ExpectedError) return expected;
    log.bug('start', error);
    return new ExpectedError(
      'database-damaged',
      '打开数据时程序出错。',
      '请重新启动；仍然不行时，请把 logs 文件夹发给维护人员。',
      {
        cause: error,
      },
    );
  }
};

const close = async (program: Program): Promise<void> => {
  await Promise.all([program.jobs.close(), program.readings.close()]);
  program.temporary.removeAll();
  closeDatabase(program.db);
};

const answer = async (
  request: Request,
  options: AppOptions,
  log: Log,
  services: () => Services,
  state: Program | ExpectedError,
): Promise<Response> => {
  try {
    const { pathname } = new URL(request.url);
    if (Number(request.headers.get('content-length') ?? 0) > LARGEST_BODY)
      return plainResponse(413, '文件太大，超过 50 MB。');
    if (pathname === '/trpc' || pathname.startsWith('/trpc/')) return await callProcedure(request, log, services);
    if (request.method !== 'GET' && request.method !== 'HEAD') return plainResponse(405, '不支持这种请求。');
    if (state instanceof ExpectedError) return await failurePage(state, options.folder);
    const special = options.downloads?.answer(request) ?? printPage(request, state.papers);
    return special ?? (await serveStatic(options.renderer, pathname));
  } catch (error) {
    log.bug('fetch', error);
    return plainResponse(500, '程序出错了，请重新启动绩效填报。');
  }
};

const callProcedure = async (request: Request, log: Log, services: () => Services): Promise<Response> => {
  const response = await fetchRequestHandler({
    endpoint: '/trpc',
    req: request,
    router: appRouter,
    createContext: () => ({ services }),
    onError: ({ error, path }) => {
      if (expectedOf(error) === null) log.bug(path ?? 'trpc', error.cause ?? error);
    },
  });
  return withHeaders(response, { ...commonHeaders, 'cache-control': 'no-store' });
};
