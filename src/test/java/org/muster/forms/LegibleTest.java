package org.muster.forms;

import java.util.Objects;

import jakarta.servlet.ServletRequest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.mock.web.MockFilterChain;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;

import static org.assertj.core.api.Assertions.assertThat;

class LegibleTest {

	@ParameterizedTest
	@ValueSource(strings = { "\0", "\u0007\u001b", "\u202e", "\u200b\u200b", " \u2066\u2069 ", "\ufeff", "\u3164" })
	void whatNobodyCanReadIsNoText(String text) {
		assertThat(Legible.text(text)).isEmpty();
	}

	@Test
	void aTextKeepsItsLinesItsDirectionAndItsEmoji() {
		String kept = "Umzug 🚚\r\n\tنقل \u200f(2027)\n👩🏽\u200d💻 می\u200cخواهم";
		assertThat(Legible.text(kept)).isEqualTo(kept);
		assertThat(Legible.text("Pay \u202e001\u202c EUR\0")).isEqualTo("Pay 001 EUR");
	}

	@Test
	void whateverIsTypedArrivesReadableAndPasswordsAsTheyWereTyped() throws Exception {
		MockHttpServletRequest request = new MockHttpServletRequest();
		request.addParameter("text", "a\0b", "\u202e");
		request.addParameter("newPassword", "\u202esecret");
		MockFilterChain chain = new MockFilterChain();
		new LegibleParameters().doFilter(request, new MockHttpServletResponse(), chain);
		ServletRequest arrived = Objects.requireNonNull(chain.getRequest());
		assertThat(arrived.getParameterValues("text")).containsExactly("ab", "");
		assertThat(arrived.getParameterMap().get("text")).containsExactly("ab", "");
		assertThat(arrived.getParameter("newPassword")).isEqualTo("\u202esecret");
	}

}
