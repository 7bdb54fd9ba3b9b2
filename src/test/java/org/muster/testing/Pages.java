package org.muster.testing;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;

import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.muster.accounts.CurrentUser;

import org.springframework.boot.test.context.TestComponent;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.MvcResult;
import org.springframework.test.web.servlet.request.AbstractMockHttpServletRequestBuilder;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import org.springframework.test.web.servlet.request.MockMvcRequestBuilders;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;

/** What people get when they ask for pages and send forms. */
@TestComponent
public class Pages {

	private final MockMvc mvc;

	private final World world;

	public Pages(MockMvc mvc, World world) {
		this.mvc = mvc;
		this.world = world;
	}

	/** Asserts the status of the answer. */
	public MockHttpServletResponse send(CurrentUser by, AbstractMockHttpServletRequestBuilder<?> what, int expected)
			throws Exception {
		return result(by, what, expected).getResponse();
	}

	private MvcResult result(CurrentUser by, AbstractMockHttpServletRequestBuilder<?> what, int expected)
			throws Exception {
		what.with(csrf());
		what.with(this.world.as(by));
		MvcResult result = this.mvc.perform(what).andReturn();
		MockHttpServletResponse answer = result.getResponse();
		assertThat(answer.getStatus()).as(answer.getContentAsString()).isEqualTo(expected);
		return result;
	}

	public Document page(CurrentUser by, String path) throws Exception {
		return Jsoup.parse(send(by, get(path), 200).getContentAsString());
	}

	/** What the template of a page is given. */
	public Map<String, Object> model(CurrentUser by, String path) throws Exception {
		return Objects.requireNonNull(result(by, get(path), 200).getModelAndView()).getModel();
	}

	/** Sends parameters: names and values by turns. */
	public Document post(CurrentUser by, String path, int expected, String... parameters) throws Exception {
		return Jsoup.parse(send(by, form(path, parameters), expected).getContentAsString());
	}

	private static MockHttpServletRequestBuilder form(String path, String... parameters) {
		MockHttpServletRequestBuilder request = MockMvcRequestBuilders.post(path);
		for (int index = 0; index < parameters.length; index += 2) {
			request = request.param(parameters[index], parameters[index + 1]);
		}
		return request;
	}

	/**
	 * Sends a form of a page as it stands there, with some fields changed.
	 * @param form its selector
	 */
	public Document save(CurrentUser by, String path, String form, Map<String, String> changed, int expected)
			throws Exception {
		return send(by, page(by, path), form, changed, expected);
	}

	/** Sends a form of a page that was opened before, with some fields changed. */
	public Document send(CurrentUser by, Document page, String form, Map<String, String> changed, int expected)
			throws Exception {
		return Jsoup.parse(sent(by, page, form, changed, expected).getResponse().getContentAsString());
	}

	/** The same, for what the next page is told. */
	public MvcResult sent(CurrentUser by, Document page, String form, Map<String, String> changed, int expected)
			throws Exception {
		Element found = Objects.requireNonNull(page.selectFirst(form), form);
		Map<String, String> fields = new LinkedHashMap<>();
		for (Element field : found.select("[name]")) {
			if (!field.is("[type=checkbox], [type=radio]") || field.hasAttr("checked")) {
				fields.put(field.attr("name"), field.is("select") ? field.select("option[selected]").attr("value")
						: field.is("textarea") ? field.text() : field.attr("value"));
			}
		}
		fields.putAll(changed);
		fields.remove("_csrf");
		return result(by,
				form(found.attr("action"),
						fields.entrySet()
							.stream()
							.flatMap((field) -> Stream.of(field.getKey(), field.getValue()))
							.toArray(String[]::new)),
				expected);
	}

}
