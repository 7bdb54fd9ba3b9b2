package org.muster.discussion;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Set;

import org.muster.accounts.CurrentUser;
import org.muster.accounts.NotFound;
import org.muster.audit.AuditAct;
import org.muster.audit.AuditTrail;
import org.muster.audit.Audited;
import org.muster.audit.VisibleActs;
import org.muster.forms.Inputs;
import org.muster.uploads.FileKind;
import org.muster.uploads.FileRisk;
import org.muster.uploads.UnknownKind;
import org.muster.requests.Requests;
import org.muster.requests.StaffingRequest;

import org.springframework.context.ApplicationEventPublisher;
import org.springframework.core.io.InputStreamResource;
import org.springframework.core.io.Resource;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.ModelAndView;

/** Comments on a request, files beside it, and who else has it open. */
@Controller
@RequestMapping("/requests/{reference}")
class DiscussionController {

	/** In bytes. */
	private static final long LARGEST = 20L * 1024 * 1024;

	private static final int MOST_FILES = 50;

	private static final int LONGEST_NAME = 200;

	/** Whoever has not been heard of for as long has gone. */
	private static final Duration GONE = Duration.ofSeconds(45);

	private static final Set<String> PLACES = Set.of("goals", "positions", "schedule", "budget", "review");

	private static final int LATEST = 5;

	/** What whoever writes a draft has to know of; comments may be internal. */
	private static final VisibleActs CHANGES = VisibleActs
		.only(Set.of(AuditAct.REQUEST_DRAFTED, AuditAct.REQUEST_EDITED, AuditAct.REQUEST_POSITION_ADDED,
				AuditAct.REQUEST_POSITION_CHANGED, AuditAct.REQUEST_POSITION_REMOVED, AuditAct.REQUEST_APPROVAL_ASKED,
				AuditAct.REQUEST_COMPARED, AuditAct.REQUEST_ATTACHED, AuditAct.REQUEST_DETACHED));

	/** From a page that does not say: nothing is taken for a second click. */
	private static final String NOTHING_SEEN = "" + Long.MAX_VALUE;

	private final Discussion discussion;

	private final DiscussionRows rows;

	private final AttachmentFolder folder;

	private final Requests requests;

	private final AuditTrail audit;

	private final ApplicationEventPublisher events;

	private final Clock clock;

	DiscussionController(Discussion discussion, DiscussionRows rows, AttachmentFolder folder, Requests requests,
			AuditTrail audit, ApplicationEventPublisher events, Clock clock) {
		this.discussion = discussion;
		this.rows = rows;
		this.folder = folder;
		this.requests = requests;
		this.audit = audit;
		this.events = events;
		this.clock = clock;
	}

	@PostMapping("/comments")
	@Transactional
	public ModelAndView comment(@PathVariable String reference, @RequestParam(defaultValue = "REQUEST") String part,
			@RequestParam(defaultValue = "") String text, @RequestParam(defaultValue = "false") boolean manager,
			@RequestParam(defaultValue = NOTHING_SEEN) long seen, CurrentUser user, Model model) {
		StaffingRequest request = this.requests.requireLocked(reference, user);
		String problem = this.discussion.problem(request, part, text, manager, user);
		if (problem != null) {
			model.addAttribute("text", text);
			model.addAttribute("part", part);
			model.addAttribute("manager", manager);
			return refused(request, problem, user, model);
		}
		this.discussion.comment(request, part, Inputs.text(text), manager, seen, user);
		return new ModelAndView("redirect:/requests/" + reference + "#discussion");
	}

	/** Takes back what one has written oneself. */
	@PostMapping("/comments/{comment}/removal")
	@Transactional
	public String takeBack(@PathVariable String reference, @PathVariable long comment, CurrentUser user) {
		StaffingRequest request = this.requests.require(reference, user);
		this.discussion.takeBack(request, comment, user);
		return "redirect:/requests/" + reference + "#discussion";
	}

	@PostMapping("/attachments")
	@Transactional
	public ModelAndView attach(@PathVariable String reference, @RequestParam MultipartFile file, CurrentUser user,
			Model model) throws IOException {
		StaffingRequest request = this.requests.requireLocked(reference, user);
		if (file.isEmpty() || file.getSize() > LARGEST || this.rows.countAttachments(request.id()) >= MOST_FILES) {
			return refused(this.requests.require(reference, user),
					file.isEmpty() ? "discussion.file.empty"
							: (file.getSize() > LARGEST) ? "discussion.file.large" : "discussion.file.many",
					user, model);
		}
		Path copy = Files.createTempFile("muster-attachment", null);
		try {
			file.transferTo(copy);
			FileKind kind = FileKind.of(copy).orElse(null);
			if (kind == null) {
				return refused(this.requests.require(reference, user), "discussion.file.kind." + UnknownKind.of(copy),
						user, model);
			}
			FileRisk risk = kind.risk(copy).orElse(null);
			if (risk != null) {
				return refused(this.requests.require(reference, user), "discussion.file.risk." + risk, user, model);
			}
			String name = kind.named(name(file.getOriginalFilename()), LONGEST_NAME);
			this.rows.add(request.id(), new Attachment(this.folder.keep(copy), name, kind, Files.size(copy),
					user.name(), this.clock.instant()));
			this.events.publishEvent(
					new Audited(user.actor(), request.organisationId(), AuditAct.REQUEST_ATTACHED, reference, name));
		}
		finally {
			Files.deleteIfExists(copy);
		}
		return new ModelAndView("redirect:/requests/" + reference + "#attachments");
	}

	/** As a person reads it, without a path and without signs that show nothing. */
	private static String name(@org.jspecify.annotations.Nullable String original) {
		String name = Objects.requireNonNullElse(original, "")
			.replaceAll("^.*[\\\\/]", "")
			.replaceAll("[\\p{Cntrl}\\u200b-\\u200f\\u202a-\\u202e\\u2060-\\u206f]", "")
			.strip();
		return name;
	}

	/** To be kept, never to be shown: whatever is in it runs nowhere here. */
	@GetMapping("/attachments/{token}")
	@Transactional(readOnly = true)
	public ResponseEntity<Resource> attachment(@PathVariable String reference, @PathVariable String token,
			CurrentUser user) throws IOException {
		StaffingRequest request = this.requests.require(reference, user);
		Attachment attachment = this.rows.attachment(request.id(), token).orElseThrow(NotFound::new);
		return ResponseEntity.ok()
			.contentType(MediaType.APPLICATION_OCTET_STREAM)
			.contentLength(attachment.bytes())
			.header(HttpHeaders.CONTENT_DISPOSITION,
					ContentDisposition.attachment()
						.filename(attachment.fileName(), StandardCharsets.UTF_8)
						.build()
						.toString())
			.header("Content-Security-Policy", "default-src 'none'; sandbox")
			.body(new InputStreamResource(this.folder.open(token)));
	}

	@PostMapping("/attachments/{token}/removal")
	@PreAuthorize("hasAnyRole('MEMBER', 'APPROVER')")
	@Transactional
	public String remove(@PathVariable String reference, @PathVariable String token, CurrentUser user) {
		StaffingRequest request = this.requests.requireLocked(reference, user);
		this.rows.attachment(request.id(), token).ifPresent((attachment) -> {
			if (this.rows.remove(request.id(), token)) {
				this.folder.remove(token);
				this.events.publishEvent(new Audited(user.actor(), request.organisationId(), AuditAct.REQUEST_DETACHED,
						reference, attachment.fileName()));
			}
		});
		return "redirect:/requests/" + reference + "#attachments";
	}

	/** Who else has a draft open, and what was changed lately. */
	@GetMapping("/presence")
	@Transactional
	public String presence(@PathVariable String reference, @RequestParam(defaultValue = "") String at, CurrentUser user,
			Model model) {
		StaffingRequest request = this.requests.require(reference, user).requireWriter(user);
		if (PLACES.contains(at)) {
			this.rows.see(request.id(), user, at, this.clock.instant());
		}
		model.addAttribute("staffingRequest", request);
		model.addAttribute("others", this.rows.others(request.id(), user.id(), this.clock.instant().minus(GONE)));
		model.addAttribute("changes", this.audit.latest(List.of(reference), CHANGES, LATEST));
		return "discussion/presence";
	}

	private ModelAndView refused(StaffingRequest request, String problem, CurrentUser user, Model model) {
		model.addAttribute("problem", problem);
		model.addAttribute("staffingRequest", request);
		model.addAttribute("discussion", this.discussion.of(request, user));
		return new ModelAndView("discussion/refused", model.asMap(), HttpStatus.UNPROCESSABLE_CONTENT);
	}

}
