"use client";

import { ActionIcon, Button, Menu } from "@mantine/core";
import { useDisclosure } from "@mantine/hooks";
import { IconBookmark, IconTrash } from "@tabler/icons-react";
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { usePathname, useRouter } from "next/navigation";
import { notifyError } from "../../data/notify-error.ts";
import { useScope } from "../../data/scope-context.ts";
import { useTRPC } from "../../data/trpc.ts";
import { SaveViewDialog } from "./save-view-dialog.tsx";

/** Named states of this screen: open one, keep the present one, remove one of your own. */
export function ViewsMenu({ screen }: { screen: string }) {
  const trpc = useTRPC();
  const scope = useScope();
  const router = useRouter();
  const path = usePathname();
  const queryClient = useQueryClient();
  const [isSaving, saving] = useDisclosure(false);
  const views = useQuery(trpc.view.list.queryOptions({ ...scope, screen }));
  const remove = useMutation(
    trpc.view.delete.mutationOptions({
      onSuccess: () => queryClient.invalidateQueries(trpc.view.list.queryFilter()),
      onError: notifyError,
    }),
  );
  const list = views.data ?? [];
  return (
    <>
      <Menu position="bottom-end" width={280}>
        <Menu.Target>
          <Button variant="default" leftSection={<IconBookmark size={14} />}>
            Views
          </Button>
        </Menu.Target>
        <Menu.Dropdown>
          {list.length === 0 && <Menu.Label>A view keeps filter, sort, columns and lens under a name.</Menu.Label>}
          {list.map((view) => (
            <div key={view.id} className="runs-view">
              <Menu.Item onClick={() => router.push(`${path}?${view.state}`)}>{view.name}</Menu.Item>
              {view.isMine && (
                <ActionIcon
                  variant="subtle"
                  color="gray"
                  size="sm"
                  aria-label={`Delete view ${view.name}`}
                  onClick={() => remove.mutate({ ...scope, id: view.id })}
                >
                  <IconTrash size={14} />
                </ActionIcon>
              )}
            </div>
          ))}
          <Menu.Divider />
          <Menu.Item onClick={() => router.push(path)}>Start afresh</Menu.Item>
          <Menu.Item onClick={saving.open}>Save this view…</Menu.Item>
        </Menu.Dropdown>
      </Menu>
      <SaveViewDialog screen={screen} isOpen={isSaving} onClose={saving.close} />
    </>
  );
}
