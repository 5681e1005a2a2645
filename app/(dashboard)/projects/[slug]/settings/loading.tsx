import { PageSkeleton } from "#components/people/page-skeleton.tsx";

export default function Loading() {
  return <PageSkeleton sections={[4, 2, 3, 2, 3]} />;
}
