import { writeSync } from 'node:fs';
import { getProject, openDatabase, saveProject } from '../../db/index.ts';

// Types into project p1 without end and tells every version once it is stored; kill.test.ts kills it.
const [, , file = '', backupFolder = ''] = process.argv;
const at = (version: number) => new Date(Date.UTC(2026, 10, 21) + version * 1_000).toISOString();

const db = await openDatabase(file, { backupFolder, at: at(0) });
let project = getProject(db, 'p1');
for (;;) {
  const next = project.version + 1;
  const content = { ...project.content, usage: `第${next}次`, goals: [`目标${next}。`.repeat(next % 400)] };
  const progress = { requiredDone: next % 17, requiredAll: 16 };
  project = saveProject(
    db,
    { id: 'p1', version: project.version, content, progress },
    { operator: '张三', at: at(next) },
  );
  writeSync(1, `${project.version}\n`);
}
