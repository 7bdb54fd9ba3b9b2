package org.muster.web;

import java.util.LinkedHashMap;
import java.util.Map;

import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;
import org.muster.accounts.SignIn;

import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.support.RequestDataValueProcessor;

/**
 * Writes into every form whose page it is on, beside the token against forgery: a form
 * that is kept for somebody who has to sign in again is given to nobody else.
 */
@Component
class FormOwner implements BeanPostProcessor {

	static final String FIELD = "_account";

	@Override
	public Object postProcessAfterInitialization(Object bean, String name) {
		return (bean instanceof RequestDataValueProcessor fields) ? new WithOwner(fields) : bean;
	}

	private record WithOwner(RequestDataValueProcessor fields) implements RequestDataValueProcessor {

		@Override
		public String processAction(HttpServletRequest request, String action, String method) {
			return this.fields.processAction(request, action, method);
		}

		@Override
		public String processFormFieldValue(HttpServletRequest request, @Nullable String name, String value,
				String type) {
			return this.fields.processFormFieldValue(request, name, value, type);
		}

		@Override
		public @Nullable Map<String, String> getExtraHiddenFields(HttpServletRequest request) {
			Map<String, String> token = this.fields.getExtraHiddenFields(request);
			if (token == null || token.isEmpty()) {
				return token;
			}
			Map<String, String> hidden = new LinkedHashMap<>(token);
			SignIn.current(request).ifPresent((user) -> hidden.put(FIELD, String.valueOf(user.id())));
			return hidden;
		}

		@Override
		public String processUrl(HttpServletRequest request, String url) {
			return this.fields.processUrl(request, url);
		}

	}

}
