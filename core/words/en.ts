import { sayArticle } from '../articles.ts'
import type { Code, Objection } from '../refusal.ts'
import type { KnownObjections } from './objections.ts'
import { acts, moments, offices, roleWords, sayRoles, stateWord, things } from './terms.ts'

type Sentences = { [C in Code]: (facts: KnownObjections[C]) => string }

const sentences: Sentences = {
  'person-not-trained': ({ person }) => `${person} has not been trained and may not handle information. Record the training under People.`,
  'person-not-pledged': ({ person }) => `${person} has signed no pledge and may not handle information. Record the pledge under People.`,
  'person-of-company-not-approved': ({ person, company }) => `The city has not approved ${company} as a subcontractor, so ${person} may not handle information.`,
  'not-your-office': ({ needs }) => `Only ${sayRoles(needs, 1)} may do this. Ask the person in charge.`,
  'same-person': ({ person, act }) => `Someone else than ${person} has to do this: ${acts[act][1]}.`,
  'role-of-other-office': ({ role }) => `The role of ${roleWords[role][1]} does not exist in this vault. Choose another.`,
  'login-taken': ({ loginId }) => `The ID “${loginId}” is taken. Choose another.`,
  'password-too-short': ({ least }) => `Use at least ${least} characters.`,
  'password-too-common': () => 'This password is too common. Combine several unrelated words.',
  'password-holds-id': () => 'The password must not contain the ID.',

  'vault-absent': () => 'There is no vault yet. Register the organisation and its administrator first.',
  'vault-exists': () => 'A vault exists already. Sign in.',
  'vault-locked': () => 'The vault is locked. Sign in.',
  'vault-in-use': () => 'Another window or command is using this vault. Close it and try again.',
  'vault-damaged': ({ what }) => `A file of the vault (${what}) is damaged. Stop here; restore a backup or call the administrator.`,
  'wrong-password': ({ triesLeft }) => `ID or password is wrong. ${triesLeft} more tries before a pause.`,
  'locked-out': ({ until, failures }) => `After ${failures} failures this ID is locked until ${until}. Wait, or ask the administrator to resume it.`,
  'no-account': ({ person }) => `${person} has no ID. The administrator can issue one.`,
  'has-account': ({ person }) => `${person} has an ID already. The administrator can set a new password for it.`,
  'wrong-recovery-key': () => 'The recovery key or the ID is wrong. Check the printed sheet again.',
  'office-of-other-kind': ({ needs }) => `This is done in the vault of ${offices[needs][1]}.`,
  'ledger-busy': () => 'Another entry came first. Please try again.',

  'contract-exists': ({ contractNo }) => `Contract “${contractNo}” is registered already. Open it from the list.`,
  'short-no-taken': ({ shortNo, contractNo }) => `The short number “${shortNo}” is used by contract “${contractNo}”. Choose another.`,
  'contractor-missing': () => 'Enter the contractor\'s name; its key notice is compared with it.',
  'contract-closed': ({ contractNo }) => `Contract “${contractNo}” is closed; nothing new can be recorded.`,
  'contract-unknown': () => 'The contract was not found. Choose it from the list.',
  'certification-missing': ({ day }) => `No certification (ISMS, P mark …) is valid on ${day}; critical information cannot be received.`,
  'recipient-exists': ({ name }) => `Recipient “${name}” is registered already.`,
  'recipient-unknown': ({ name }) => `Recipient “${name}” is not registered for this contract.`,
  'key-notice-refused': ({ path, reason }) => `The key notice (${path}) cannot be accepted (${reason}). Ask its sender for a new one.`,
  'key-of-another': ({ organisation, expected }) => `This key notice is of “${organisation}”; the other party of this contract is “${expected}”. Check that it is the right one.`,
  'fingerprint-differs': ({ organisation }) => `What was heard does not match the key notice of ${organisation}. Do not register it; call them.`,

  'nothing-found': ({ what }) => `${things[what][1]} was not found. Open the list again.`,
  'handover-not-as-designated': ({ differs }) => `The hand-over differs from the city's designation (${differs}). Enter the city's number, the reason and a second person.`,
  'handover-already-received': () => 'This hand-over has been received already.',
  'list-differs': ({ count, first }) => `What arrived differs from the city's list (${count}, e.g. ${first}). Ask the city and record the difference.`,
  'receipt-not-issued': ({ handover }) => `Not to be used before the custody receipt is issued (${handover}).`,
  'receipt-already-issued': ({ docNo }) => `Receipt ${docNo} has been issued and cannot be changed. Tell the city if something is wrong.`,
  'medium-not-named': () => 'For a recording medium, choose the registered medium and record its virus check.',
  'virus-check-stale': ({ at }) => `The virus check (${at}) is more than 24 hours away from the receiving. Check the medium again.`,
  'virus-check-missing': ({ medium }) => `No virus check is recorded for medium ${medium}.`,
  'virus-found': ({ scanner }) => `${scanner} found a virus. Remove and isolate the medium and call the supervisor.`,
  'words-for-unknown-file': ({ name }) => `“${name}” is not among the files.`,
  'sources-troubled': ({ count, first, what }) => `Some files cannot be used (${count}, e.g. ${first}: ${what}).`,
  'no-files': () => 'No files. Choose files or a folder.',
  'unprintable-characters': ({ characters }) => `The form cannot print these characters: ${characters}`,
  'acknowledgement-unmatched': ({ docNo }) => `The acknowledgement speaks of a document (${docNo}) that this vault did not issue so.`,
  'document-not-believed': ({ file, reason }) => `${file} cannot be accepted. ${reason}`,

  'medium-unregistered': ({ serial }) => `This medium (${serial}) is not registered. Remove it, or register it under Media.`,
  'medium-exists': ({ no }) => `Medium ${no} is registered already.`,
  'serial-exists': ({ serial, no }) => `Serial number ${serial} is registered already as ${no}.`,
  'medium-not-away': ({ no, state }) => `Medium ${no} is “${stateWord(state, 1)}”; there is nothing to bring back.`,
  'medium-not-in-store': ({ no, state }) => `Medium ${no} is “${stateWord(state, 1)}” and cannot be used.`,

  'package-not-verified': ({ no }) => `Package ${no} has not been verified and may not leave. Seal it again.`,
  'package-missing': ({ no, path }) => `The file of package ${no} is not where it was (${path}).`,
  'package-changed': ({ no }) => `The file of package ${no} has changed since it was verified. Do not send it; seal it again.`,
  'target-exists': ({ path }) => `A file of this name exists (${path}). Choose another place.`,
  'disk-full': ({ path }) => `The disk is full (${path}). Nothing half written was left.`,
  'folder-missing': ({ path }) => `There is no such folder (${path}).`,
  'source-changed': ({ path }) => `The file changed while it was read (${path}). Close other programs and try again.`,
  'sealing-failed': ({ what, path }) => `Sealing failed (${what}: ${path}). Nothing half written was left.`,

  'plain-file-beside': ({ names, count }) => `Unencrypted files lie beside the package (${count}: ${names}). Remove or seal them.`,
  'nothing-sealed-on-medium': () => 'Choose a sealed package for the medium.',
  'medium-folder-missing': () => 'Choose the registered medium and its folder; what is on it is checked before it is closed.',
  'medium-with-document': ({ no }) => `A document travels without a medium (${no}). Choose “medium” to send one.`,
  'package-not-on-medium': ({ no, folder }) => `Package ${no} does not lie on the medium (${folder}) as it was verified. Copy it again.`,
  'third-party-without-consent': ({ organisation }) => `“${organisation}” is not the city. Enter the city's consent, the reason and a second person.`,
  'service-not-registered-class': ({ carrier, service }) => `${carrier} “${service}” is not a registered-mail-class service. Choose registered mail.`,
  'service-needs-city': ({ carrier, service }) => `${carrier} “${service}” needs the city's written consent: its number, the reason and a second person.`,
  'service-unknown': ({ carrier, service }) => `${carrier} “${service}” is not on the list.`,
  'shinsho-by-parcel': ({ service }) => `Correspondence may not travel by “${service}” (Postal Act, Art. 4). Choose registered mail.`,
  'tracking-malformed': ({ expects }) => `The tracking number has the wrong shape (expected: ${expects}).`,
  'tracking-check-digit': ({ digits }) => `The check digit does not match (${digits}). Read the slip again.`,
  'tracking-placeholder': () => 'A number of equal digits cannot be used.',
  'tracking-used-before': ({ mailing }) => `This tracking number was used before (mailing ${mailing}).`,
  'shinten-not-confirmed': () => 'A second person must confirm the 親展 mark before dispatch.',
  'state-does-not-allow': ({ is, act }) => `Not possible now (${stateWord(is, 1)}): ${acts[act][1]}.`,
  'before-its-time': ({ what, earlier }) => `${moments[what][1]} lies before ${moments[earlier][1].toLowerCase()}. Check the times.`,
  'key-by-same-mail': () => 'The password may not travel the same way as the package. Use the telephone or tell it in person.',
  'key-by-other-mail': () => 'Telling the password by another mail needs the city\'s number, a reason and a second person.',
  'fax-prohibited': () => 'Fax is prohibited in principle. Send an encrypted attachment or registered mail.',

  'information-in-body': ({ what }) => `The text seems to hold information (${what}). Send information as an attachment.`,
  'attachment-not-sealed': ({ no }) => `Package ${no} is not a verified encrypted file.`,
  'recipient-not-allowed': ({ address }) => `${address} is not registered for this contract.`,
  'recipients-not-checked': () => 'A second person must check the recipients first.',

  'receipt-number-missing': ({ docNo }) => `${docNo} has no receipt number of the city yet. Enter it first.`,

  'input-not-understood': ({ where, problem }) => `The input cannot be read (${where}: ${problem}).`,
  'time-in-future': ({ what }) => `${moments[what][1]} lies in the future.`,
  'file-unreadable': ({ path }) => `The file cannot be read (${path}).`,
  'too-large': ({ path, limit }) => `The file is too large (${path}; at most ${Math.round(limit / 1_048_576)} MB).`,
}

/** The sentence, then the article as the specification writes it, where there is one. */
export function sayInEnglish(objection: Objection): string {
  const sentence = (sentences[objection.code] as (facts: unknown) => string)(objection.facts)
  return objection.article === null ? sentence : `${sentence} (${sayArticle(objection.article)})`
}
