"use server";

import { revalidatePath } from "next/cache";
import { redirect } from "next/navigation";
import { change } from "#app/change.ts";
import { optional, text } from "#app/form-input.ts";
import { perform } from "#app/perform.ts";
import { paths } from "#components/paths.ts";
import type { ActionResult } from "#components/ui/action.ts";
import { addLink } from "#lib/handover-links/add-link.ts";
import { checkLinks } from "#lib/handover-links/check-links.ts";
import { removeLink } from "#lib/handover-links/remove-link.ts";
import { updateLink } from "#lib/handover-links/update-link.ts";
import { recordBreakGlassTest } from "#lib/providers/record-break-glass-test.ts";
import { removeProvider } from "#lib/providers/remove-provider.ts";
import { setProvider } from "#lib/providers/set-provider.ts";
import { OWNERS_MAX } from "#lib/roadmap/records/owners-words.ts";
import type { LinkKind, ProviderKind } from "#lib/roadmap/records/types.ts";

type Previous = ActionResult | null;

type GivenOwner = { userId: string } | { name: string; contact: string };

/** The fields of up to four owners: nobody, a member by id, or somebody outside by name and contact. */
function owners(form: FormData): GivenOwner[] {
  return Array.from({ length: OWNERS_MAX }, (_, place) => text(form, `owner${place}`)).flatMap(
    (choice, place): GivenOwner[] => {
      if (choice === "") return [];
      if (choice !== "outside") return [{ userId: choice }];
      return [{ name: text(form, `ownerName${place}`), contact: text(form, `ownerContact${place}`) }];
    },
  );
}

/** Changes something from within a sheet, and goes back to the page. */
async function saveAndClose(slug: string, work: Parameters<typeof perform>[0]): Promise<ActionResult> {
  return perform(async (ctx) => {
    await work(ctx);
    revalidatePath("/", "layout");
    redirect(paths.owners(slug));
  });
}

export async function setProviderAction(
  slug: string,
  kind: ProviderKind,
  _previous: Previous,
  form: FormData,
): Promise<ActionResult> {
  return saveAndClose(slug, async (ctx) => {
    await setProvider({
      ctx,
      input: {
        project: slug,
        kind,
        provider: text(form, "provider"),
        consoleUrl: optional(form, "consoleUrl")?.trim() ?? null,
        owners: owners(form),
        breakGlass: text(form, "breakGlass"),
      },
    });
    return undefined;
  });
}

export async function recordTestAction(
  slug: string,
  kind: ProviderKind,
  _previous: Previous,
  form: FormData,
): Promise<ActionResult> {
  return change(async (ctx) => {
    const [day, testedBy] = [text(form, "testedAt"), text(form, "testedBy")];
    // A date alone is its first moment, and what was done today was hardly done at midnight.
    const testedAt = day === ctx.now.toISOString().slice(0, 10) ? ctx.now : day;
    await recordBreakGlassTest({ ctx, input: { project: slug, kind, testedAt, testedBy } });
    return "Test recorded.";
  });
}

export async function removeProviderAction(slug: string, kind: ProviderKind): Promise<ActionResult> {
  return saveAndClose(slug, async (ctx) => {
    await removeProvider({ ctx, input: { project: slug, kind } });
    return undefined;
  });
}

/** The verb's schema refuses a kind that is none. */
const linkOf = (form: FormData) => ({
  kind: text(form, "kind") as LinkKind,
  title: text(form, "title"),
  url: text(form, "url").trim(),
  ownerId: optional(form, "ownerId") ?? null,
});

export async function addLinkAction(slug: string, _previous: Previous, form: FormData): Promise<ActionResult> {
  return saveAndClose(slug, async (ctx) => {
    await addLink({ ctx, input: { project: slug, ...linkOf(form) } });
    return undefined;
  });
}

export async function updateLinkAction(
  slug: string,
  link: string,
  _previous: Previous,
  form: FormData,
): Promise<ActionResult> {
  return saveAndClose(slug, async (ctx) => {
    await updateLink({ ctx, input: { project: slug, link, ...linkOf(form) } });
    return undefined;
  });
}

export async function removeLinkAction(slug: string, link: string): Promise<ActionResult> {
  return change(async (ctx) => {
    await removeLink({ ctx, input: { project: slug, link } });
    return "The link is removed.";
  });
}

export async function checkLinksAction(slug: string): Promise<ActionResult> {
  return change(async (ctx) => {
    const { links } = await checkLinks({ ctx, input: { project: slug } });
    return links === 1 ? "The link is being followed." : `${links} links are being followed.`;
  });
}
