import { randomBytes } from "node:crypto";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { caseReference } from "~/domain/cases/customer-case";
import { aConsentRequest, anOffer } from "~/domain/consent/builders";
import { refuse } from "~/domain/consent/decision";
import { aShownPage } from "~/domain/receipts/builders";
import { HOSTILE_CORPUS } from "~/domain/shared/hostile-corpus.harness";
import { asCaseId, asClientId, asConsentId } from "~/domain/shared/ids";
import { plainText } from "~/domain/shared/plain-text";
import type { Visit } from "~/ports/consent-desk";
import { aVisit } from "~/ports/consent-desk.builders";
import { createConsentDesk } from "../queries/consent-desk";
import { createCustomerVault } from "../queries/customer-vault";
import { createTestDatabase, type TestDatabase } from "../testing";
import { createRecord, type TestRecord } from "./record.harness";

const reversed = async (text: string) => [...text].reverse().join("");
const seal = { seal: reversed, open: reversed };

describe("S12: evidence of requests whose texts mean harm", () => {
  let server: TestDatabase;
  let record: TestRecord;
  beforeAll(async () => {
    server = await createTestDatabase();
    record = await createRecord(server.url);
  });
  afterAll(async () => {
    await record.close();
    await server.drop();
  });
  let before: bigint;
  beforeEach(async () => {
    const [row] = await record.attacker<{ last: string | null }[]>`
      select max(xmin::text::bigint)::text as last from assent.audit_event`;
    before = BigInt(row?.last ?? 0);
  });

  const desk = () => {
    const { db } = record.database;
    return createConsentDesk(db, { tenant: "test", seal, vault: createCustomerVault(db, seal) });
  };

  /** All that a report leaves behind: of the visit, the page, the answer, the case and the move. */
  async function reported(visit: Visit, text: string): Promise<void> {
    const requester = { clientId: visit.clientId, name: text, purpose: text, website: text, organisationId: text };
    const page = aShownPage({ request: aConsentRequest({ requester }), offered: [anOffer({ nickname: text })] });
    await desk().openVisit(visit);
    await desk().keepShown(visit, page, "high");
    const opening = {
      id: asCaseId(crypto.randomUUID()),
      kind: "not-expected" as const,
      reference: caseReference(randomBytes(8)),
    };
    await desk().settle(visit, await desk().intend(visit, refuse("not-me"), page.shownHash, opening), undefined);
  }

  const rowsSince = async () => {
    const rows = await record.attacker<{ row: string }[]>`
      select event::text as row from assent.audit_event as event where xmin::text::bigint > ${String(before)}::bigint`;
    return rows.map(({ row }) => row);
  };

  async function expectWhole(): Promise<void> {
    await record.seal();
    expect((await record.verify()).findings).toEqual([]);
  }

  test("what a TPP wrote stands in no row: names and purposes lie in pages, under their customer's key", async () => {
    for (const text of HOSTILE_CORPUS) await reported(aVisit({ requesterName: plainText(text) }), text);
    const rows = await rowsSince();
    expect(rows.length).toBeGreaterThan(HOSTILE_CORPUS.length * 5);
    // Printable ASCII alone: ids, words of ours, and what is sealed.
    expect(rows.filter((row) => !/^[\x20-\x7e]*$/.test(row))).toEqual([]);
    const telling = HOSTILE_CORPUS.filter((text) => text.length > 8).map((text) => text.slice(0, 40));
    expect(rows.filter((row) => telling.some((text) => row.includes(text)))).toEqual([]);
    await expectWhole();
  }, 60_000);

  test("ids that an authorization server made of such text are kept as they are, or not at all", async () => {
    const texts = HOSTILE_CORPUS.filter((text, index) => index % 4 === 0 || text.includes("\0"));
    for (const [index, text] of texts.entries()) {
      // No index takes more of an id than this, and none is longer.
      const id = text.slice(0, 256);
      const visit = aVisit({ consentId: asConsentId(`${id} ${index}`), clientId: asClientId(id) });
      // PostgreSQL holds no NUL.
      const taken = await reported(visit, "Budget Beacon").then(
        () => true,
        () => false,
      );
      expect(taken).toBe(!id.includes("\0"));
    }
    await expectWhole();
  }, 60_000);
});
