package org.muster.web;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

import jakarta.servlet.http.HttpSession;
import org.jspecify.annotations.Nullable;
import org.muster.accounts.CurrentUser;

import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/**
 * The form that was sent when the session had expired: it is sent again, or discarded.
 * What binds somebody is shown on its page instead, to be sent by hand.
 */
@Controller
class ResumptionController {

	private static final String PATH = "/resumption";

	/** What the address of a page says, so that it shows what the person has seen. */
	private static final List<String> CARRIED = List.of("revision", "seen");

	/** Where a form waits. */
	static String of(String key) {
		return PATH + "?form=" + URLEncoder.encode(key, StandardCharsets.UTF_8);
	}

	@GetMapping(PATH)
	String resume(@RequestParam(required = false) @Nullable String form, HttpSession session, CurrentUser user,
			Model model, RedirectAttributes redirect) {
		return LostForm.find(session, form, user).map((kept) -> {
			String page = kept.anew().orElse(null);
			if (page != null) {
				Map<String, String> values = kept.values();
				redirect.addAllAttributes(CARRIED.stream()
					.filter(values::containsKey)
					.collect(Collectors.toMap(Function.identity(), values::get)));
				redirect.addFlashAttribute("resumed", values);
				redirect.addFlashAttribute("resumedTyped", kept.typed());
				return "redirect:" + page;
			}
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
