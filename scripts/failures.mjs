import { relative } from 'node:path'

/** A test that failed: its suite, its file (relative to the project), its whole name and what it said. @typedef {{ suite: string, file: string, name: string, said: string }} Failure */
/** @typedef {{ testResults?: { name: string, message?: string, assertionResults: { status: string, fullName: string, failureMessages?: string[] }[] }[] }} VitestReport */
/** @typedef {{ message?: string }} Complaint */
/** @typedef {{ title: string, file?: string, ok?: boolean, tests: { results: { errors: Complaint[] }[] }[] }} Spec */
/** @typedef {{ specs?: Spec[], suites?: Suite[] }} Suite */
/** @typedef {{ suites?: Suite[], errors?: Complaint[] }} PlaywrightReport */

/** How many lines of what a test said stand under its name: the claim, and what was found instead. */
const LINES = 12

/**
 * The tests that failed by vitest's report (`--reporter=json`); a file that broke before its tests is one, too.
 * @param {string} suite @param {VitestReport} report @param {string} root @returns {Failure[]}
 */
export function failuresOfVitest(suite, { testResults = [] }, root) {
  return testResults.flatMap(({ name, message = '', assertionResults }) => {
    const file = relative(root, name)
    const failed = assertionResults.filter(({ status }) => status === 'failed')
    if (failed.length === 0 && message !== '') return [{ suite, file, name: 'the file itself', said: message }]
    return failed.map((one) => ({ suite, file, name: one.fullName, said: (one.failureMessages ?? []).join('\n') }))
  })
}

/**
 * The tests that failed by Playwright's report (`--reporter=json`), and what broke outside of them.
 * @param {string} suite @param {PlaywrightReport} report @returns {Failure[]}
 */
export function failuresOfPlaywright(suite, { suites = [], errors = [] }) {
  const specs = suites.flatMap(specsOf).filter(({ ok }) => ok === false)
  return [
    ...specs.map(({ title, file = '', tests }) => ({ suite, file, name: title, said: said(tests.flatMap(({ results }) => results.flatMap((result) => result.errors))) })),
    ...errors.map((error) => ({ suite, file: '', name: 'outside of its tests', said: said([error]) })),
  ]
}

/** As the last thing of a run, for whoever reads only its end. @param {readonly Failure[]} failures @returns {string} nothing where nothing failed */
export function failuresInWords(failures) {
  return failures.map(({ suite, file, name, said }) => [`FAILED ${[suite, file, name].filter((part) => part !== '').join(' > ')}`, ...firstLines(said)].join('\n    ')).join('\n')
}

/** @param {Suite} suite @returns {Spec[]} */
function specsOf({ specs = [], suites = [] }) {
  return [...specs, ...suites.flatMap(specsOf)]
}

/** @param {readonly Complaint[]} complaints */
function said(complaints) {
  return complaints.map(({ message = '' }) => message).join('\n')
}

/** @param {string} text */
function firstLines(text) {
  // oxlint-disable-next-line no-control-regex -- colours are for the terminal that they were made for
  return text.replaceAll(/\u001B\[[\d;]*m/g, '').split('\n').filter((line) => line.trim() !== '').slice(0, LINES)
}
