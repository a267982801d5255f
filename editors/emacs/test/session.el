;;; session.el --- One Emacs session with eglot  -*- lexical-binding: t -*-

;; Run by tests/editors: `emacs --batch -Q -l session.el', in the folder of the plans.  Prints `ok SCENE' or `FAIL SCENE: WHY' per scene
;; to standard output; the first failure ends it with status 1.

(require 'eglot)
(require 'flymake)
(require 'cl-lib)

(defvar session-patience (/ (string-to-number (or (getenv "PATIENCE_MS") "60000")) 1000.0))

(defun session-fail (scene why)
  "Say that SCENE failed because of WHY, and end."
  (princ (format "FAIL %s: %s\n" scene why))
  (kill-emacs 1))

(defun session-await (scene what holds)
  "Wait until HOLDS returns something, which is returned; else SCENE fails for want of WHAT."
  (let ((end (+ (float-time) session-patience)) (answer nil))
    (while (and (not (setq answer (funcall holds))) (< (float-time) end))
      (accept-process-output nil 0.05))
    (or answer (session-fail scene what))))

(defun session-finding (code)
  "The finding of CODE in this buffer, if any."
  (flymake-start)
  (cl-find-if (lambda (diagnostic) (string-match-p code (flymake-diagnostic-text diagnostic))) (flymake-diagnostics)))

(defun session-actions (finding)
  "The quick fixes offered for FINDING, as a list."
  (append (eglot-code-actions (flymake-diagnostic-beg finding) (flymake-diagnostic-end finding) "quickfix") nil))

;; Batch Emacs has no markdown-mode.
(define-derived-mode session-markdown-mode text-mode "Markdown")
(add-to-list 'auto-mode-alist '("\\.md\\'" . session-markdown-mode))
(add-to-list 'eglot-server-programs `((session-markdown-mode :language-id "markdown") . (,(getenv "PLANLINT") "server")))
(setq eglot-sync-connect session-patience
      eglot-connect-timeout session-patience
      eglot-confirm-server-edits nil
      make-backup-files nil
      create-lockfiles nil)

(defun session-play ()
  "Play all scenes."
  (let ((scene "attaches to a plan"))
    (find-file "helpline.plan.md")
    (condition-case err (apply #'eglot (eglot--guess-contact))
      (error (session-fail scene (error-message-string err))))
    (unless (eglot-managed-p) (session-fail scene "eglot does not manage the buffer"))
    (princ (format "ok %s\n" scene)))
  (let* ((scene "shows what is missing")
         (finding (session-await scene "no finding about the experience" (lambda () (session-finding "customer experience")))))
    (goto-char (flymake-diagnostic-beg finding))
    (unless (equal (thing-at-point 'line t) "## Mission\n") (session-fail scene "it is on another line"))
    (princ (format "ok %s\n" scene)))
  (let* ((scene "a code action inserts the missing line")
         (action (session-await scene "no quick fix about the experience"
                                (lambda ()
                                  (let ((case-fold-search t))
                                    (cl-find-if (lambda (action) (string-match-p "experience" (plist-get action :title)))
                                                (session-actions (session-finding "customer experience"))))))))
    (eglot-execute (eglot-current-server) action)
    (session-await scene "the line did not come"
                   (lambda () (save-excursion (goto-char (point-min)) (search-forward "\n- **Experience:** TODO\n" nil t))))
    (eglot--signal-textDocument/didChange)
    (session-await scene "the finding stays" (lambda () (not (session-finding "does not state"))))
    (princ (format "ok %s\n" scene)))
  (eglot-shutdown (eglot-current-server))
  (kill-emacs 0))

(condition-case err (session-play)
  (error (session-fail "plays to the end" (error-message-string err))))

;;; session.el ends here
