import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { buildApplication, closeWindow, removeFolder, startDesktop, temporaryFolder, type Desktop } from './desktop.ts';

let desktop: Desktop;
let outside: Server;
/** What reached a server outside the program. Nothing ever may. */
const reached: string[] = [];
let elsewhere = '';

beforeAll(async () => {
  outside = createServer((request, response) => {
    reached.push(request.url ?? '');
    response.setHeader('access-control-allow-origin', '*').end('outside');
  });
  await new Promise<void>((resolve) => outside.listen(0, '127.0.0.1', resolve));
  elsewhere = `http://127.0.0.1:${(outside.address() as AddressInfo).port}`;
  desktop = await startDesktop(await buildApplication(), temporaryFolder());
});

afterAll(async () => {
  await closeWindow(desktop);
  outside.close();
  removeFolder(desktop.data);
});

const countWindows = (): Promise<number> =>
  desktop.electron.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows().length);

test('the window shows the program on its own origin, in Chinese, without one complaint', async () => {
  expect(new URL(desktop.page.url()).protocol).toBe('app:');
  expect(new URL(desktop.page.url()).host).toBe('jixiao');
  await desktop.page.getByText('示例数据').first().waitFor();
  expect(desktop.complaints).toEqual([]);
});

test('the window carries the name of the program', async () => {
  const title = await desktop.electron.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.getTitle());
  expect(title).toBe('绩效填报');
});

test('a page finds no Node', async () => {
  const found = await desktop.page.evaluate(() =>
    ['process', 'require', 'module', 'Buffer', 'global', '__dirname'].filter((name) => name in globalThis),
  );
  expect(found).toEqual([]);
});

test('every page is sandboxed, isolated, and without a preload bridge', async () => {
  const preferences = await desktop.electron.evaluate(({ webContents }) =>
    // Not in the published types, but the only way to see what a page was really given.
    webContents
      .getAllWebContents()
      .map((contents) => (contents as unknown as { getLastWebPreferences: () => object }).getLastWebPreferences()),
  );
  expect(preferences.length).toBeGreaterThan(0);
  for (const each of preferences) {
    expect(each).toMatchObject({
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      webSecurity: true,
      webviewTag: false,
    });
    expect(each).not.toHaveProperty('preload');
  }
});

test('a page makes no code out of text', async () => {
  const complaint = await desktop.page.evaluate(() => {
    const script = document.createElement('script');
    script.textContent = 'globalThis.wasRun = true';
    document.body.append(script);
    script.remove();
    return 'wasRun' in globalThis ? 'run' : 'refused';
  });
  expect(complaint).toBe('refused');
});

describe('no way leads out of the program', () => {
  const places = (): string[] => [
    `${elsewhere}/`,
    `${elsewhere}/?next=app://jixiao/`,
    'app://evil/',
    'app://jixiao.evil/',
    'app://jixiao@evil/',
    'file:///etc/passwd',
    'javascript:document.title="x"',
    'data:text/html,<h1>x</h1>',
  ];

  test('not by an address', async () => {
    const home = desktop.page.url();
    for (const place of places()) {
      await desktop.page.evaluate((address) => {
        location.href = address;
      }, place);
      await desktop.page.waitForTimeout(150);
      expect(desktop.page.url(), place).toBe(home);
    }
  });

  test('not by a link, in the same or in a new window', async () => {
    const home = desktop.page.url();
    for (const target of ['_self', '_blank', '_top']) {
      for (const place of places()) {
        await desktop.page.evaluate(
          ([address, name]) => {
            const link = document.createElement('a');
            link.href = address ?? '';
            link.target = name ?? '';
            document.body.append(link);
            link.click();
            link.remove();
          },
          [place, target],
        );
      }
      await desktop.page.waitForTimeout(300);
      expect(desktop.page.url(), target).toBe(home);
      expect(await countWindows()).toBe(1);
    }
  });

  test('not by window.open, not even to a page of our own', async () => {
    for (const place of [...places(), 'app://jixiao/'])
      expect(await desktop.page.evaluate((address) => window.open(address) === null, place), place).toBe(true);
    expect(await countWindows()).toBe(1);
  });

  test('not by a form', async () => {
    const home = desktop.page.url();
    await desktop.page.evaluate((address) => {
      const form = document.createElement('form');
      form.action = address;
      form.method = 'post';
      document.body.append(form);
      form.submit();
      form.remove();
    }, `${elsewhere}/form`);
    await desktop.page.waitForTimeout(300);
    expect(desktop.page.url()).toBe(home);
  });

  test('not by fetch, picture, beacon, socket or frame', async () => {
    await desktop.page.evaluate(async (address) => {
      await fetch(`${address}/fetch`).catch(() => null);
      navigator.sendBeacon(`${address}/beacon`, 'x');
      new Image().src = `${address}/image`;
      const frame = document.createElement('iframe');
      frame.src = `${address}/frame`;
      document.body.append(frame);
      try {
        new WebSocket(address.replace('http', 'ws'));
      } catch {
        // Refused at once is as good.
      }
      await new Promise((resolve) => setTimeout(resolve, 500));
      frame.remove();
    }, elsewhere);
    expect(reached).toEqual([]);
  });

  // The policy of the page refuses all of the above before they are sent; below it, the session must refuse too.
  test('not even for the main process, through the session of the window', async () => {
    const answer = await desktop.electron.evaluate(
      ({ session }, address) => session.defaultSession.fetch(`${address}/session`).then(String, String),
      elsewhere,
    );
    expect(answer).toContain('ERR_BLOCKED_BY_CLIENT');
    expect(reached).toEqual([]);
  });
});

test('permissions are refused', async () => {
  const answers = await desktop.page.evaluate(async () => {
    const place = new Promise<string>((resolve) =>
      navigator.geolocation.getCurrentPosition(
        () => resolve('granted'),
        (error) => resolve(`refused ${error.code}`),
      ),
    );
    const microphone = navigator.mediaDevices.getUserMedia({ audio: true }).then(
      () => 'granted',
      () => 'refused',
    );
    const reading = navigator.clipboard.readText().then(
      () => 'granted',
      () => 'refused',
    );
    return {
      place: await place,
      microphone: await microphone,
      reading: await reading,
      notes: await Notification.requestPermission(),
    };
  });
  expect(answers).toEqual({ place: 'refused 1', microphone: 'refused', reading: 'refused', notes: 'denied' });
});

test('nothing is downloaded behind the back of the dialogs', async () => {
  const downloads: string[] = [];
  desktop.page.on('download', (download) => downloads.push(download.suggestedFilename()));
  await desktop.page.evaluate(() => {
    const link = document.createElement('a');
    link.href = URL.createObjectURL(new Blob(['x']));
    link.download = 'x.exe';
    link.click();
  });
  await desktop.page.waitForTimeout(300);
  expect(downloads).toEqual([]);
});
