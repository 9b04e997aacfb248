export const usage = `azukari — 預かり: the desk without a window

  azukari GROUP OPERATION [JSON|-] [--home DIR] [--user ID] [--password-file FILE] [--json]
      any operation of the desk, e.g.  azukari contracts list --home DIR --user mizuno --password-file P
      The input is JSON: as an argument, or from standard input with "-". A secret is never an argument: write
      {"$file": "PATH"} or {"$env": "NAME"} in its place. The password of --user may stand in AZUKARI_PASSWORD too,
      and the code of a second factor in AZUKARI_CODE.
      e.g.  azukari packages verify '{"packageId":null,"path":"X.zip.001","key":{"kind":"passphrase","passphrase":{"$file":"P"}},"contractId":null}'
            azukari packages open '{"path":"X.zip","key":{"kind":"letter","path":"X.key.p7m"},"into":"DIR","contractId":null}'
            azukari packages writeToMedium '{"packageId":"…","medium":"MED-2026-0003","folder":"/media/stick","volumeBytes":null,"only":null,"typed":null}'
  azukari engine seal SRC… --out X.zip --password-file P [--level N|--store] [--show-names] [--json]
  azukari engine verify X.zip --password-file P [--json]
  azukari engine open X.zip --out DIR --password-file P [--json]
  azukari engine overwrite TARGET --pattern zero|ones|complement|tile [--verify full|sample|none] [--seed-file F] [--json]
  azukari engine check TARGET --pattern … [--seed-file F] [--verify full|sample] [--sample-seed HEX] [--json]
      TARGET: a regular file, an image, or a loop device over one. Where F is not there yet, it is made.
  azukari document verify FILE… [--trust CERT_OR_FINGERPRINT]… [--json]
  azukari city import PATH… [--contract NO] [--number 収受番号] [--home DIR] [--user ID] [--password-file FILE] [--json]
      files and folders (walked, links not followed). With --json one object a document and line; exit 1 when any is refused.
  azukari ledger verify | ledger export OUT | ledger rescue OUT   [--home DIR] [--user ID] [--password-file FILE] [--json]
  azukari backup make [--out DIR] | verify FILE | list [DIR]   [--home DIR] [--user ID] [--password-file FILE] [--json]
      into the folder of the plan, or DIR. With --json verify says what was wrong; exit 1 when anything was.
  azukari backup restore FILE --user ID (--password-file P | --recovery-key-file R --new-password-file P) [--witness F] [--confirm TEXT] [--home DIR] [--json]
      where no vault is, or over one that is moved aside. What is older than what is known of the ledger is refused with the text to --confirm.
      F: a document (JSON), 整合証明, or checkpoint that somebody else kept.
  azukari demo --out DIR

  --home DIR (or AZUKARI_HOME) chooses the vault.  Exit: 0 done, 1 refused, 2 usage, 70 broken, 130 interrupted.
`
