import { findProgram, printedBy, run } from './run.mjs'
import { say, SetUpFailure } from './say.mjs'

/** Debian packages by what they are for. A list in place of a name: the same package under its newer and its older name. */
const packages = {
  window: [['libgtk-3-0t64', 'libgtk-3-0'], 'libnss3', ['libasound2t64', 'libasound2'], 'libgbm1'],
  headless: ['xvfb', 'fonts-noto-cjk'],
  compiler: ['gcc', 'g++', 'libc6-dev'],
  packing: ['7zip'],
  // Somebody else's spreadsheet, 190 MB: only the slow suite opens it.
  calc: [['libreoffice-calc-nogui', 'libreoffice-calc']],
  judges: ['7zip', 'libarchive-tools', 'qpdf', 'poppler-utils', 'zbar-tools', 'ghostscript', 'openssl', 'python3', 'python3-cryptography', 'qemu-system-common', 'attr', 'e2fsprogs', 'xfsprogs', 'btrfs-progs', 'clamav', 'clamdscan'],
}

/** The programs that tell, where there is no apt, whether the same is there. */
const programs = {
  window: [],
  headless: ['Xvfb'],
  compiler: ['gcc', 'g++'],
  packing: ['7zz'],
  calc: ['soffice'],
  judges: ['7zz', 'bsdtar', 'qpdf', 'pdfsig', 'zbarimg', 'gs', 'openssl', 'python3', 'clamscan'],
}

/** @typedef {keyof typeof packages} Purpose */

/**
 * Sees to it that the system has what these purposes need: installs it as root on an apt system, and otherwise
 * says in one command what is missing.
 * @param {readonly Purpose[]} purposes
 */
export async function installSystemPackages(purposes) {
  if (process.platform !== 'linux') return
  if (!findProgram('apt-get')) return requirePrograms(purposes)

  const missing = missingOf(purposes.flatMap((purpose) => packages[purpose]))
  if (missing.length === 0) return
  if (process.getuid?.() !== 0) throw new SetUpFailure(`the system lacks ${namesOf(missing).join(', ')}.`, `sudo apt-get install -y ${namesOf(missing).join(' ')}`)

  const updated = await apt('update')
  // Asked only now: before the lists are there, apt does not know which of two names it offers.
  const names = namesOf(missing)
  say(`installing system packages: ${names.join(' ')}`)
  const { code, output } = await apt('install', '-y', '--no-install-recommends', ...names)
  if (code !== 0) throw new SetUpFailure(`apt-get could not install ${names.join(', ')}.\n${updated.output}${output}`, `apt-get install -y ${names.join(' ')}`)
}

/** @param {string[]} args */
function apt(...args) {
  return run('apt-get', ['-q', '-o', 'DPkg::Lock::Timeout=300', ...args], { quiet: true, env: { DEBIAN_FRONTEND: 'noninteractive' } })
}

/** @param {readonly Purpose[]} purposes */
function requirePrograms(purposes) {
  const missing = purposes.flatMap((purpose) => programs[purpose]).filter((program) => !findProgram(program))
  if (missing.length > 0) throw new SetUpFailure(`the system lacks ${missing.join(', ')}; please install them with its package manager.`)
}

/** @param {readonly (string | string[])[]} wanted */
function missingOf(wanted) {
  const status = printedBy('dpkg', ['--get-selections']) ?? ''
  const present = new Set([...status.matchAll(/^([a-z0-9][a-z0-9.+-]*)(?::\w+)?\s+(?:install|hold)$/gm)].map((match) => match[1]))
  return wanted.filter((names) => ![names].flat().some((name) => present.has(name)))
}

/** Of two names for one package, the one that this system's apt offers. @param {readonly (string | string[])[]} missing */
function namesOf(missing) {
  return missing.map((names) => [names].flat().find((name) => hasCandidate(name)) ?? /** @type {string} */ ([names].flat().at(-1)))
}

/** @param {string} name */
function hasCandidate(name) {
  return /Candidate: (?!\(none\))/.test(printedBy('apt-cache', ['policy', name]) ?? '')
}
