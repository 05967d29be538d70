import { readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { readDocument } from '../../electron/office/read.ts';
import { recognise } from '../../shared/recognise/index.ts';

/* Reads a file as the program does; prints milliseconds of reading, of recognising, and peak memory in MiB. Arguments: file, projects. */

const [file = '', projects = ''] = process.argv.slice(2);
const bytes = readFileSync(file);
const start = performance.now();
const { tables } = await readDocument(bytes, basename(file));
const read = performance.now();
const found = recognise(tables, file).projects.length;
const done = performance.now();
if (found !== Number(projects)) throw new Error(`${found} projects instead of ${projects} in ${file}`);
console.log(read - start, done - read, process.resourceUsage().maxRSS / 1024);
