import { boolean, index, integer, jsonb, pgTable, text, unique, uuid } from "drizzle-orm/pg-core";
import { bytes, createdAt, id, moment } from "./columns.ts";
import { inProject } from "./in-project.ts";
import { users } from "./people.ts";

export const PACK_STATES = ["rendering", "ready", "failed"] as const;

export const LOGO_TYPES = ["image/png", "image/jpeg"] as const;
export const PAPERS = ["a4", "letter"] as const;

/** How the project's packs look. A missing row is the house style on A4. */
export const brandings = pgTable("brandings", {
  projectId: inProject().primaryKey(),
  /** For whom the pack is made, as its cover says it. */
  clientName: text("client_name").notNull().default(""),
  /** `#rrggbb`; null is the house's own. */
  accent: text("accent"),
  paper: text("paper", { enum: PAPERS }).notNull().default("a4"),
  logo: bytes("logo"),
  logoType: text("logo_type", { enum: LOGO_TYPES }),
  updatedAt: moment("updated_at").notNull(),
});

export const packs = pgTable(
  "packs",
  {
    id: id(),
    projectId: inProject(),
    /** Counts from 1 in each project. */
    version: integer("version").notNull(),
    isDraft: boolean("is_draft").notNull(),
    /** The document model, as lib/handover/model.ts describes it: the source of all three renderings. */
    model: jsonb("model").notNull().$type<unknown>(),
    state: text("state", { enum: PACK_STATES }).notNull(),
    /** How far the job is: percent, and what it does now in a few words. */
    progress: integer("progress").notNull().default(0),
    step: text("step").notNull().default(""),
    /** As they were when the version was made. */
    logo: bytes("logo"),
    logoType: text("logo_type", { enum: LOGO_TYPES }),
    /** These three once rendered. */
    pdf: bytes("pdf"),
    sha256: text("sha256"),
    pages: integer("pages"),
    createdBy: uuid("created_by").references(() => users.id, { onDelete: "set null" }),
    createdAt: createdAt(),
  },
  (t) => [unique("packs_project_version_key").on(t.projectId, t.version)],
);

export const shares = pgTable(
  "shares",
  {
    id: id(),
    projectId: inProject(),
    packId: uuid("pack_id")
      .notNull()
      .references(() => packs.id, { onDelete: "cascade" }),
    tokenHash: text("token_hash").notNull(),
    label: text("label").notNull(),
    /** Argon2id; null for a link that opens by itself. */
    passphraseHash: text("passphrase_hash"),
    canSignOff: boolean("can_sign_off").notNull().default(false),
    views: integer("views").notNull().default(0),
    viewsMax: integer("views_max").notNull(),
    createdBy: uuid("created_by").references(() => users.id, { onDelete: "set null" }),
    createdAt: createdAt(),
    expiresAt: moment("expires_at").notNull(),
    revokedAt: moment("revoked_at"),
    lastViewedAt: moment("last_viewed_at"),
  },
  (t) => [unique("shares_token_key").on(t.tokenHash), index("shares_pack_idx").on(t.projectId, t.packId)],
);

/** The client's word that this version was received and accepted; never changed, never deleted. */
export const signOffs = pgTable(
  "sign_offs",
  {
    id: id(),
    projectId: inProject(),
    packId: uuid("pack_id")
      .notNull()
      .references(() => packs.id, { onDelete: "cascade" }),
    version: integer("version").notNull(),
    /** Of the PDF that was signed off. */
    sha256: text("sha256").notNull(),
    /** Through which link, or as which member. */
    shareId: uuid("share_id").references(() => shares.id, { onDelete: "set null" }),
    userId: uuid("user_id").references(() => users.id, { onDelete: "set null" }),
    name: text("name").notNull(),
    organisation: text("organisation").notNull().default(""),
    remark: text("remark").notNull().default(""),
    signedAt: moment("signed_at").notNull(),
  },
  (t) => [index("sign_offs_pack_idx").on(t.projectId, t.packId)],
);
