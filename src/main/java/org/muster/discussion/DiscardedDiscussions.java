package org.muster.discussion;

import org.muster.requests.RequestDiscarded;

import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** What was said about a draft, and its files, go with it. */
@Component
class DiscardedDiscussions {

	private final DiscussionRows rows;

	private final AttachmentFolder folder;

	DiscardedDiscussions(DiscussionRows rows, AttachmentFolder folder) {
		this.rows = rows;
		this.folder = folder;
	}

	@EventListener
	@Transactional(propagation = Propagation.MANDATORY)
	public void discard(RequestDiscarded event) {
		this.rows.attachments(event.requestId()).forEach((attachment) -> this.folder.remove(attachment.token()));
		this.rows.removeAll(event.requestId());
	}

}
