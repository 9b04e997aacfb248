/** @typedef {{ campaign: string, size: string, figures: Record<string, number | string> }} Campaign */
/** @typedef {{ day: string, commit: string, system: string, processor: string, cores: number, gibibytes: number, node: string }} Machine */
/** @typedef {{ campaign: 'mutations', guards: { file: string, claim: string, came: string }[] }} Mutations */

/** What is killed, in words. What is not named here is named as its campaign is. @type {Record<string, string>} */
const deeds = {
  append: 'several clerks write into the ledger at once', start: 'the start after a kill', receive: 'a folder of the city is received', seal: 'a package is sealed, whole or in volumes',
  write: 'a package is written to a medium and read back', 'wipe-files': 'files are wiped', 'wipe-medium': 'a medium is wiped (the engine, or the desk over it)', import: 'the city takes documents in',
  issue: 'a document is issued and saved', password: 'a password is changed', accounts: 'an account is given and suspended', create: 'a vault is made', rebuild: 'what screens read is made anew', exports: 'ledgers and evidence are saved for others',
  backup: 'a backup is made', restore: 'a vault is restored from a backup', prune: 'old backups are removed', migrate: 'the home of an older version is opened',
}
/** @type {Record<string, string>} */
const lossesOf = { append: deeds['append'] ?? '', receive: deeds['receive'] ?? '', changePassword: deeds['password'] ?? '', accounts: deeds['accounts'] ?? '', rebuild: deeds['rebuild'] ?? '', create: deeds['create'] ?? '' }

/** The page, of nothing but what the campaigns left. @param {Record<string, any>} kept @returns {string} */
export function pageOf({ machine, mutations, ...rest }) {
  const campaigns = /** @type {Campaign[]} */ (Object.values(rest)).toSorted((a, b) => (a.campaign < b.campaign ? -1 : 1))
  const kills = campaigns.filter(({ campaign }) => campaign.startsWith('kills-'))
  const losses = campaigns.filter(({ campaign }) => campaign.startsWith('power-'))
  const walks = campaigns.filter(({ campaign }) => campaign.startsWith('world-calls'))
  const others = campaigns.filter((campaign) => ![...kills, ...losses, ...walks].includes(campaign))
  const paragraphs = [
    '# What it survives',
    '<!-- Written by `npm run reliability` from docs/reliability/*.json, which the campaigns left. A test compares the two: change it there, not here. -->',
    summary(kills, losses, mutations),
    `Every figure below was counted by a program and none was written by hand: \`npm run reliability\` runs the campaigns and writes this page; \`AZUKARI_CAMPAIGN=full npm run reliability\` makes them as large as they are for a night; \`AZUKARI_SEED=…\` repeats one. A campaign whose claims did not hold leaves no figures.`,
    ranOn(machine, campaigns),
    ...killsTable(kills), ...lossesTable(losses), ...walksTable(walks), ...othersTable(others), ...mutationsTable(mutations),
  ]
  return `${paragraphs.filter(Boolean).join('\n\n')}\n`
}

/** For a clerk. @param {Campaign[]} kills @param {Campaign[]} losses @param {Mutations | undefined} mutations */
function summary(kills, losses, mutations) {
  const found = sum(kills, 'lost') + sum(kills, 'contradicted') + sum(losses, 'lost')
  const caught = mutations?.guards.filter(({ came }) => came.startsWith('caught')).length
  return [
    '## 要約',
    '',
    `預かりを、仕事の途中で ${of(sum(kills, 'kills'))} 回強制終了し、別に ${of(sum(losses, 'losses'))} 回、書込み途中の停電を再現しました。`,
    `記録済みの台帳で失われたもの・食い違ったものは ${found} 件、書きかけのまま正式な名前で残ったファイルは ${sum(kills, 'partial')} 件です。`,
    `終了後の起動は最も遅いもので ${seconds(most(kills, 'startSlowest'))} 秒でした。途中だった仕事は「今日」の画面に必ず問いとして出ます。`,
    ...(caught === undefined ? [] : [`さらに、プログラムの安全装置を一つずつ外し、試験が気づくことを ${mutations?.guards.length} 件中 ${caught} 件で確かめました。`]),
  ].join('\n')
}

/** @param {Machine} machine @param {Campaign[]} campaigns */
function ranOn({ day, commit, system, processor, cores, gibibytes, node }, campaigns) {
  const sizes = [...new Set(campaigns.map(({ size }) => size))].toSorted()
  return `${day}, commit ${commit}; ${system}, ${cores} × ${processor}, ${gibibytes} GiB, Node ${node}; size: ${sizes.join(' and ')}.`
}

/** @param {Campaign[]} kills */
function killsTable(kills) {
  if (kills.length === 0) return []
  const row = (/** @type {string} */ name, /** @type {Campaign[]} */ some, /** @type {string | number} */ seed) =>
    `| ${name} | ${['kills', 'atCalls', 'torn', 'engines', 'startsKilled', 'atRandom', 'questions', 'lost', 'contradicted', 'partial'].map((key) => of(sum(some, key))).join(' | ')} | ${some.length === 1 ? seconds(most(some, 'startMedian')) : ''} | ${seconds(most(some, 'startSlowest'))} | ${seed} |`
  return [
    '## Killed at any moment',
    'A real desk over a real home in a process of its own, killed (SIGKILL) while it works, started again, looked at, and killed again. Most moments are calls of a disk: a preloaded library (`test/faults/moments.c`) counts writes, syncs, renames and the like of every thread, SQLite\'s too, and ends the process at one of them, half of the time in the middle of what it writes. The others come from outside, at any time. After each kill a new process opens the vault; the ledger is verified from its first entry; every entry whose append had been answered must stand there unchanged; what was begun and not ended, and nothing else, must be asked on 今日; every file under its final name must be whole by its hash or by another program; every sealed file that an entry speaks of must open; what was not read back must not be called wiped. Then the questions are answered and the desk goes on.',
    [
      '| killed while | kills | at a disk call | of them in the middle of a write | engine killed | start killed | at any time | questions asked | entries lost | contradicted | partial files | start, median s | slowest s | seed |',
      '|---|--:|--:|--:|--:|--:|--:|--:|--:|--:|--:|--:|--:|--:|',
      ...kills.map((one) => row(deeds[one.campaign.slice(6)] ?? one.campaign.slice(6), [one], one.figures['seed'] ?? '')),
      row('**all**', kills, ''),
    ].join('\n'),
    'Start: from the first instruction of a new process until somebody is in and the questions are listed, with scrypt at the tests\' cost; measured while the machine was busy with other kills. Asked for: 3 s at most.',
  ]
}

/** @param {Campaign[]} losses */
function lossesTable(losses) {
  if (losses.length === 0) return []
  return [
    '## When the current fails',
    'A kill leaves the system\'s cache; a power cut does not. One run of each deed is written down call by call, with what was written. From that the disk is made as a power cut may leave it after any of the calls: what was synced stands, of what was not any part may be there, cut at sectors; later names are never there without earlier ones, and only a synced folder makes them certain. The vault must open there, the ledger verify, and everything acknowledged by then stand.',
    [
      '| the current fails while | failures | calls of the disk | syncs among them | vaults opened | lost | seed |',
      '|---|--:|--:|--:|--:|--:|--:|',
      ...losses.map(({ campaign, figures }) => `| ${lossesOf[campaign.slice(6)] ?? campaign.slice(6)} | ${['losses', 'calls', 'syncs', 'opened', 'lost'].map((key) => of(Number(figures[key] ?? 0))).join(' | ')} | ${figures['seed']} |`),
    ].join('\n'),
    'Where a vault is made, fewer open than failures: before its name is certain there is none, and a new one can be made.',
  ]
}

/** Which walk of failing calls, in words. @type {Record<string, string>} */
const walksOf = {
  'world-calls': 'the tests of the articles, and of core beside them', 'world-calls-scenes': 'what no test of an article asks', 'world-calls-models': 'models that try anything in any order',
  'world-calls-between-offices': 'two offices, from the keys to the settlement', 'world-calls-at-the-door': 'keys, codes, backups, and what goes out of a ledger', 'world-calls-after-a-loss': 'a telephone, a disk and a ledger got back',
}

/** Walked in several files, since two cores share them: whatever one of them walked is walked. @param {Campaign[]} walks */
function walksTable(walks) {
  if (walks.length === 0) return []
  const columns = ['ways', 'failed before', 'answers lost', 'another came first', 'left as it was', 'asked again', 'stood already', 'questions settled', 'done twice', 'contradictions']
  const words = (/** @type {unknown} */ text) => String(text ?? '').split(' ').filter(Boolean)
  const walked = new Set(walks.flatMap(({ figures }) => words(figures['walked'])))
  const articles = walks.find(({ campaign }) => campaign === 'world-calls')
  const contract = words(articles?.figures['contract'])
  const left = contract.filter((name) => !walked.has(name))
  const row = (/** @type {string} */ name, /** @type {Campaign[]} */ some, /** @type {string} */ operations) => `| ${name} | ${operations} | ${columns.map((key) => of(sum(some, key))).join(' | ')} |`
  return [
    '## Every call of the world fails',
    'Every operation of the contract is done as often as it asks anything of the world (ledger, vault, files, drives, printer, post, backups …), each time in a world that is put back to where it stood, and each time with another of these calls failing: before it happens; after it happened, its answer lost; or, of an append, because another desk came first. Afterwards nothing may be swallowed, the ledger must verify and claim no more than lies there, no file may lie half under its name, and the same order, asked again, must be done, or stand already (then nobody has to show a second factor of which the ledger knows nothing), or be a question on 今日 that can be answered. Worlds of paper are forks; real ones are folders with a vault, exchanged for a copy. No failure is drawn by chance, and nothing is judged by how long it takes.',
    [
      `| walked | operations | ${columns.join(' | ')} |`,
      `|---|--:|${columns.map(() => '--:|').join('')}`,
      ...walks.map((one) => row(walksOf[one.campaign] ?? one.campaign, [one], of(words(one.figures['walked']).length || Number(one.figures['operations'] ?? 0)))),
      // Older figures name no operations of the articles: what all walked together is not known from them.
      row('**all**', walks, contract.length === 0 ? '' : of(walked.size)),
    ].join('\n'),
    ...(contract.length === 0 ? [] : [`Of the ${of(contract.length)} operations of the contract ${of(contract.length - left.length)} are walked. Not walked: ${left.join(', ') || 'none'}. Excused beforehand, and why: ${articles?.figures['not walked, and why']}. \`test/faults/walked.test.ts\` fails for an operation that no walk answers for, and each walk for one that it leaves out.`]),
  ]
}

/** @param {Campaign[]} others */
function othersTable(others) {
  if (others.length === 0) return []
  return ['## The other campaigns', ...others.map(({ campaign, size, figures }) => [`### ${campaign.replaceAll('-', ' ')}`, '', ...Object.entries(figures).map(([name, value]) => `- ${name}: ${typeof value === 'number' ? of(value) : value}`), ...(size === 'full' ? ['- size: full'] : [])].join('\n'))]
}

/** @param {Mutations | undefined} mutations */
function mutationsTable(mutations) {
  if (!mutations) return []
  return [
    '## A guard less',
    '`npm run mutations` removes one guard at a time in a copy of the tree and runs the test that promises to notice; with every guard in its place the same test passes.',
    ['| without | in | |', '|---|---|---|', ...mutations.guards.map(({ claim, file, came }) => `| ${claim} | \`${file}\` | ${came.replace(/^caught by (.*)$/, 'caught by `$1`')} |`)].join('\n'),
  ]
}

/** @param {Campaign[]} some @param {string} key */
const sum = (some, key) => some.reduce((total, { figures }) => total + Number(figures[key] ?? 0), 0)
/** @param {Campaign[]} some @param {string} key */
const most = (some, key) => Math.max(0, ...some.map(({ figures }) => Number(figures[key] ?? 0)))
/** @param {number} milliseconds */
const seconds = (milliseconds) => (milliseconds / 1000).toFixed(1)
/** @param {number} number */
const of = (number) => (Number.isInteger(number) ? number.toLocaleString('en-US') : String(number))
