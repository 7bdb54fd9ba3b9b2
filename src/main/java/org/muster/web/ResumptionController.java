package org.muster.web;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;

import jakarta.servlet.http.HttpSession;
import org.jspecify.annotations.Nullable;
import org.muster.accounts.CurrentUser;

import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/**
 * The form that was sent when the session had expired: it is sent again, or discarded.
 */
@Controller
class ResumptionController {

	private static final String PATH = "/resumption";

	/** Where a form waits. */
	static String of(String key) {
		return PATH + "?form=" + URLEncoder.encode(key, StandardCharsets.UTF_8);
	}

	@GetMapping(PATH)
	String resume(@RequestParam(required = false) @Nullable String form, HttpSession session, CurrentUser user,
			Model model) {
		return LostForm.find(session, form, user).map((kept) -> {
			model.addAttribute("key", form);
			model.addAttribute("form", kept);
			model.addAttribute("typed", kept.typed());
			return "web/resumption";
		}).orElse("redirect:/");
	}

	@PostMapping(PATH + "/removal")
	String discard(@RequestParam(defaultValue = "") String form, HttpSession session) {
		LostForm.forget(session, form);
		return "redirect:/";
	}

}
