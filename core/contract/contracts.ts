import * as z from 'zod'
import { AddCertification, AddRecipient, AgreeService, ContractOfWork, KeepCertificate, KeySeen, LookAtKey, OfCertification, OpenContract, RegisterKey, RevokeKey, SaveCertificate } from '../contracts/contract-of-work.ts'
import { Appoint, ChangeSupervisor, EndPost, Organisation as Posts } from '../contracts/organisation.ts'
import { AgreeSpecification, KeepSpecification, OfVersion, Specifications, SpecificationVersion } from '../contracts/specification.ts'
import { ShownFile } from '../kept-file.ts'
import { CloseContract } from '../settlement/settlement.ts'
import { Path } from '../text.ts'
import { ask } from '../wire/operation.ts'
import { Nothing, OfContract } from './orders.ts'

/** Contracts, who answers for what, and by which specification (Art. 3①, 5, 21). */
export const contracts = {
  contracts: {
    open: ask(OpenContract, ContractOfWork),
    list: ask(Nothing, z.array(ContractOfWork)),
    addRecipient: ask(AddRecipient, ContractOfWork),
    agreeService: ask(AgreeService, ContractOfWork),
    addCertification: ask(AddCertification, ContractOfWork),
    /** The scan of a certificate (F-02). */
    keepCertificate: ask(KeepCertificate, ContractOfWork),
    showCertificate: ask(OfCertification, ShownFile),
    saveCertificate: ask(SaveCertificate, z.object({ paths: z.array(z.string()) })),
    registerKey: ask(RegisterKey, ContractOfWork),
    /** A 公開鍵届 before it is registered: its words, to be read over the telephone. */
    lookAtKey: ask(LookAtKey, KeySeen),
    /** 失効: nothing that this key signs is believed any more. */
    revokeKey: ask(RevokeKey, ContractOfWork),
    /** 体制 (F-01): who answers for what under this contract, and how the supervisor changed. */
    organisation: ask(OfContract, Posts),
    appoint: ask(Appoint, Posts),
    endPost: ask(EndPost, Posts),
    changeSupervisor: ask(ChangeSupervisor, Posts),
    /** 特記仕様書 (Art. 21): its editions, the one in force, and who has read which. */
    specifications: ask(OfContract, Specifications),
    agreeSpecification: ask(AgreeSpecification, SpecificationVersion),
    keepSpecification: ask(KeepSpecification, SpecificationVersion),
    readSpecification: ask(OfVersion, ShownFile),
    saveSpecification: ask(OfVersion.extend({ into: Path }), z.object({ paths: z.array(z.string()) })),
    acknowledgeSpecification: ask(OfVersion, Specifications),
    /** 業務の終了: refused while anything is open. */
    close: ask(CloseContract, ContractOfWork),
    /** The hash of a specification's file, for the form that opens a contract. */
    hashFile: ask(z.object({ path: Path }), z.object({ name: z.string(), size: z.number(), sha256: z.string() })),
  },
}
