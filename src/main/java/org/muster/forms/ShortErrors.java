package org.muster.forms;

import java.util.Arrays;
import java.util.Locale;

import org.jspecify.annotations.Nullable;

import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.context.MessageSource;
import org.springframework.context.MessageSourceResolvable;
import org.springframework.context.support.AbstractApplicationContext;
import org.springframework.context.support.DefaultMessageSourceResolvable;
import org.springframework.stereotype.Component;

/**
 * Errors of forms repeat what was typed up to a length at which a sentence can still be
 * read; the whole of it is in its field. Other messages say what they are given.
 */
@Component
class ShortErrors implements BeanPostProcessor {

	/** As long as the longest name of somebody. */
	private static final int LONGEST = 120;

	@Override
	public Object postProcessAfterInitialization(Object bean, String name) {
		return (name.equals(AbstractApplicationContext.MESSAGE_SOURCE_BEAN_NAME) && bean instanceof MessageSource all)
				? new Shortening(all) : bean;
	}

	private record Shortening(MessageSource all) implements MessageSource {

		@Override
		public @Nullable String getMessage(String code, Object @Nullable [] arguments, @Nullable String otherwise,
				@Nullable Locale locale) {
			return this.all.getMessage(code, arguments, otherwise, locale);
		}

		@Override
		public String getMessage(String code, Object @Nullable [] arguments, @Nullable Locale locale) {
			return this.all.getMessage(code, arguments, locale);
		}

		/** What errors are. */
		@Override
		public String getMessage(MessageSourceResolvable error, @Nullable Locale locale) {
			return this.all.getMessage(new ShortError(error), locale);
		}

	}

	private static final class ShortError extends DefaultMessageSourceResolvable {

		private final boolean isRendered;

		ShortError(MessageSourceResolvable error) {
			super(error.getCodes(), shorter(error.getArguments()), error.getDefaultMessage());
			this.isRendered = !(error instanceof DefaultMessageSourceResolvable one)
					|| one.shouldRenderDefaultMessage();
		}

		private static Object @Nullable [] shorter(Object @Nullable [] arguments) {
			return (arguments == null) ? null
					: Arrays.stream(arguments)
						.map((one) -> (one instanceof String text) ? Inputs.cut(text, LONGEST) : one)
						.toArray();
		}

		/** What validation has put together is no pattern any more. */
		@Override
		public boolean shouldRenderDefaultMessage() {
			return this.isRendered;
		}

	}

}
