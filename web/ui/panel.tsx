import './panel.css';
import '@mantine/core/styles/CloseButton.layer.css';
import '@mantine/core/styles/ModalBase.layer.css';
import '@mantine/core/styles/Drawer.layer.css';
import '@mantine/core/styles/Overlay.layer.css';
import '@mantine/core/styles/Paper.layer.css';
import '@mantine/core/styles/ScrollArea.layer.css';
import { Drawer } from '@mantine/core';
import type { ReactNode } from 'react';
import { ReturnFocus } from './return-focus.tsx';

interface PanelProps {
  readonly title: ReactNode;
  readonly onClose: () => void;
  readonly children: ReactNode;
}

/** A sheet from the right beside the page. Focus stays inside and returns to what opened it; Esc closes. */
export function Panel({ title, onClose, children }: PanelProps) {
  return (
    <Drawer
      opened
      onClose={onClose}
      title={title}
      position="right"
      size={560}
      padding={0}
      overlayProps={{ backgroundOpacity: 0.2 }}
      closeButtonProps={{ 'aria-label': 'Tutup panel' }}
      transitionProps={{ duration: 0 }}
    >
      <ReturnFocus />
      {children}
    </Drawer>
  );
}
