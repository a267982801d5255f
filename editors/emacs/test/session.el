;;; session.el --- One Emacs session with eglot  -*- lexical-binding: t -*-

;; Run by tests/editors: `emacs --batch -Q -l session.el', in the folder of the plans.  Prints `ok SCENE' or `FAIL SCENE: WHY' per scene
;; to standard output; status 1 when one failed.

(require 'eglot)
(require 'flymake)
(require 'cl-lib)

(defvar session-patience (/ (string-to-number (or (getenv "PATIENCE_MS") "60000")) 1000.0))

(defvar session-status 0 "What Emacs ends with.")

(defmacro session-scene (name &rest body)
  "Play the scene NAME: BODY, which signals an error when it fails."
  (declare (indent 1))
  `(condition-case err
       (progn ,@body (princ (format "ok %s\n" ,name)))
     (error
      (princ (format "FAIL %s: %s\n" ,name (error-message-string err)))
      (setq session-status 1
            session-patience (min session-patience 4.0))))) ; what comes now may want what did not come

(defun session-await (what holds)
  "Wait until HOLDS returns something, which is returned; else it is an error that WHAT."
  (let ((end (+ (float-time) session-patience)) (answer nil))
    (while (and (not (setq answer (funcall holds))) (< (float-time) end))
      (accept-process-output nil 0.05))
    (or answer (error "%s" what))))

(defun session-finding (code)
  "The finding of CODE in this buffer, if any."
  (flymake-start)
  (cl-find-if (lambda (diagnostic) (string-match-p code (flymake-diagnostic-text diagnostic))) (flymake-diagnostics)))

(defun session-actions (place)
  "The quick fixes offered at PLACE, as a list."
  (append (eglot-code-actions place place "quickfix") nil))

;; Batch Emacs has no markdown-mode.
(define-derived-mode session-markdown-mode text-mode "Markdown")
(add-to-list 'auto-mode-alist '("\\.md\\'" . session-markdown-mode))
(add-to-list 'eglot-server-programs `((session-markdown-mode :language-id "markdown") . (,(getenv "PLANLINT") "server")))
(setq eglot-sync-connect session-patience
      eglot-connect-timeout session-patience
      eglot-confirm-server-edits nil
      make-backup-files nil
      create-lockfiles nil)

(find-file "helpline.plan.md")

(session-scene "attaches to a plan"
  (apply #'eglot (eglot--guess-contact))
  (unless (eglot-managed-p) (error "Eglot does not manage the buffer"))
  (let ((status (jsonrpc-request (eglot-current-server) :planlint/status (list :uri (eglot-path-to-uri (buffer-file-name)))
                                 :timeout session-patience)))
    (unless (eq (plist-get status :judged) t) (error "The server does not judge the plan"))))

(session-scene "shows what is missing"
  (let ((finding (session-await "no finding about the experience" (lambda () (session-finding "customer experience")))))
    (goto-char (flymake-diagnostic-beg finding))
    (unless (equal (thing-at-point 'line t) "## Mission\n") (error "It is on another line"))))

(session-scene "a code action inserts the missing line"
  (goto-char (point-min))
  (search-forward "## Mission")
  (let* ((case-fold-search t)
         (inserts (lambda (action) (string-match-p "experience" (plist-get action :title))))
         (action (session-await "no quick fix about the experience"
                                (lambda () (cl-find-if inserts (session-actions (line-beginning-position)))))))
    (eglot-execute (eglot-current-server) action)
    (session-await "the line did not come"
                   (lambda () (save-excursion (goto-char (point-min)) (search-forward "\n- **Experience:** TODO\n" nil t))))
    (eglot--signal-textDocument/didChange)
    (session-await "the finding stays" (lambda () (not (session-finding "does not state"))))))

(ignore-errors (eglot-shutdown (eglot-current-server)))
(kill-emacs session-status)

;;; session.el ends here
