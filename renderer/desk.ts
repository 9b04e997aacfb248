import { contract } from '../core/contract.ts'
import { connect } from '../core/wire/connect.ts'
import './shell.ts'

/** The desk, at the near end of the wire. */
export const desk = connect(contract, window.wire)
