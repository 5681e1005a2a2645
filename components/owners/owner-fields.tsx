"use client";

import { useState } from "react";
import { Button } from "#components/ui/button.tsx";
import { InputField, SelectField } from "#components/ui/field.tsx";
import type { OwnerView } from "#db/queries/owner-views.ts";
import type { PersonView } from "#db/queries/views.ts";
import { OWNERS_MAX, OWNERS_MIN } from "#lib/roadmap/records/owners-words.ts";

/** The value of the choice that is nobody of the project. */
const OUTSIDE = "outside";

type Props = { owners: readonly OwnerView[]; people: readonly PersonView[] };

/** Up to four owners; sends `owner0`, `ownerName0`, `ownerContact0` and so on. */
export function OwnerFields({ owners, people }: Props) {
  const [count, setCount] = useState(Math.max(OWNERS_MIN, owners.length));
  return (
    <fieldset className="flex flex-col gap-3 rounded-lg border border-line px-3.5 pt-2 pb-3.5">
      <legend className="px-1 font-medium text-sm">Owners</legend>
      <p className="text-ink-3 text-xs">
        Two or more who can sign in there and change things, each with an own account.
      </p>
      {Array.from({ length: count }, (_, place) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the place is the identity
        <OwnerField key={place} place={place} owner={owners[place]} people={people} />
      ))}
      {count < OWNERS_MAX && (
        <div>
          <Button size="sm" onClick={() => setCount(count + 1)}>
            One more
          </Button>
        </div>
      )}
    </fieldset>
  );
}

const ORDINALS = ["First", "Second", "Third", "Fourth"];

function OwnerField({
  place,
  owner,
  people,
}: {
  place: number;
  owner?: OwnerView | undefined;
  people: Props["people"];
}) {
  const [choice, setChoice] = useState(owner ? (owner.userId ?? OUTSIDE) : "");
  const options = [
    { value: "", label: "Nobody yet" },
    ...people.map(({ id, name }) => ({ value: id, label: name })),
    ...(owner?.hasLeft && owner.userId ? [{ value: owner.userId, label: `${owner.name} (no longer a member)` }] : []),
    { value: OUTSIDE, label: "Somebody outside the project…" },
  ];
  return (
    <div className="grid gap-2">
      <SelectField
        name={`owner${place}`}
        label={`${ORDINALS[place] ?? "Next"} owner`}
        options={options}
        defaultValue={choice}
        onChange={(event) => setChoice(event.target.value)}
      />
      {choice === OUTSIDE && (
        <div className="grid gap-2 sm:grid-cols-2">
          <InputField name={`ownerName${place}`} label="Name" defaultValue={owner?.name} maxLength={80} required />
          <InputField
            name={`ownerContact${place}`}
            label="How to reach them"
            placeholder="Phone or e-mail"
            defaultValue={owner?.contact}
            maxLength={200}
            required
          />
        </div>
      )}
    </div>
  );
}
