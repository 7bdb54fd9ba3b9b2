package org.muster.numbers;

import org.jspecify.annotations.Nullable;

import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Tells a page how a number is understood while somebody types it. */
@RestController
class NumberController {

	private final NumberHints hints;

	NumberController(NumberHints hints) {
		this.hints = hints;
	}

	/**
	 * Empty where there is only one way to read it.
	 * @param currency of an amount, as the form has it
	 */
	@GetMapping("/numbers/reading")
	ResponseEntity<String> reading(@RequestParam NumberKind kind, @RequestParam(defaultValue = "") String text,
			@RequestParam(required = false) @Nullable String currency) {
		return ResponseEntity.ok()
			.contentType(MediaType.parseMediaType("text/plain;charset=UTF-8"))
			.body(this.hints.text(kind.range(), text, currency));
	}

}
