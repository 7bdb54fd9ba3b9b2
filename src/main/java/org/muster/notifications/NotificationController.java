package org.muster.notifications;

import java.time.Clock;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;
import org.muster.accounts.CurrentUser;
import org.muster.accounts.NotFound;
import org.muster.forms.Inputs;

import org.springframework.data.domain.Sort;
import org.springframework.stereotype.Controller;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** What somebody was told, and where they want to be told. */
@Controller
@RequestMapping("/notifications")
class NotificationController {

	private final NotificationRows rows;

	private final Mails mails;

	private final Clock clock;

	NotificationController(NotificationRows rows, Mails mails, Clock clock) {
		this.rows = rows;
		this.mails = mails;
		this.clock = clock;
	}

	@GetMapping
	@Transactional(readOnly = true)
	public String list(@RequestParam(defaultValue = "0") int page, CurrentUser user, Model model) {
		model.addAttribute("page", Inputs.page(page, Sort.unsorted(), (at) -> this.rows.of(user.id(), at)));
		return "notifications/list";
	}

	/** The bell alone, which asks again by itself. */
	@GetMapping("/bell")
	String bell() {
		return "fragments/layout :: bell-link";
	}

	/** Leads to what happened; it has been read then. */
	@PostMapping("/{id}/reading")
	@Transactional
	public String read(@PathVariable long id, CurrentUser user) {
		Notification one = this.rows.find(id, user.id()).orElseThrow(NotFound::new);
		this.rows.read(id, user.id(), this.clock.instant());
		return "redirect:" + one.link();
	}

	@PostMapping("/reading")
	@Transactional
	public String readAll(CurrentUser user) {
		this.rows.readAll(user.id(), this.clock.instant());
		return "redirect:/notifications";
	}

	@GetMapping("/settings")
	@Transactional(readOnly = true)
	public String settings(CurrentUser user, Model model) {
		Map<Notice.Kind, Choice> own = this.rows.choices(List.of(user.id())).getOrDefault(user.id(), Map.of());
		Map<Notice.Kind, Choice> choices = new EnumMap<>(Notice.Kind.class);
		for (Notice.Kind kind : Notice.Kind.values()) {
			choices.put(kind, own.getOrDefault(kind, Choice.USUAL));
		}
		model.addAttribute("choices", choices);
		model.addAttribute("digest", !this.rows.digests(List.of(user.id())).isEmpty());
		model.addAttribute("mailed", this.mails.isOn());
		return "notifications/settings";
	}

	@PostMapping("/settings")
	@Transactional
	public String change(@RequestParam(required = false) @Nullable List<Notice.Kind> portal,
			@RequestParam(required = false) @Nullable List<Notice.Kind> mail,
			@RequestParam(defaultValue = "false") boolean digest, CurrentUser user) {
		Map<Notice.Kind, Choice> choices = new EnumMap<>(Notice.Kind.class);
		for (Notice.Kind kind : Notice.Kind.values()) {
			choices.put(kind, new Choice(portal != null && portal.contains(kind), mail != null && mail.contains(kind)));
		}
		this.rows.choose(user.id(), choices);
		this.rows.wantDigest(user.id(), digest);
		return "redirect:/notifications/settings?saved";
	}

}
