"""English."""

TABLES = {
    "en": """
read_more: recommended video* | most read in | check out more | read also | read more | read next | read: | also read | also see | see also | related:
    | related stor* | related article* | related news | related coverage | related content | related link* | related topic* | related reading
    | related video* | more on this | more on | more from | more about | more to read | more stories | more news | recommended for you
    | recommended stor* | recommended: | recommended read* | don't miss | click here | find out more | learn more | continue reading | keep reading
    | most read | most popular | trending now | trending: | you may also like | you might also like | you may be interested | you might be interested
    | editor's pick* | editors' pick* | up next | what to read next | in other news: | watch now: | watch also | watch next | must read: | must-read:
    | top stories | latest stories | the latest on | explore more | further reading: | for more on
label: share | share this | shares | advertisement | advertising | ad | ads | sponsored | sponsored content | paid content | video | play video
    | watch video | audio | play audio | podcast | gallery | photo gallery | picture gallery | slideshow | loading | loading... | please wait
    | copy link | link copied | copied | print | print page | save | save for later | bookmark | listen | comment | comments | no comments
    | leave a comment | join the conversation | view comments | show comments | follow | follow us | following | subscribe | subscribe now | register
    | log in | login | sign in | sign up | log out | faq | tag | tags | topics | newsletter | live | popular | trending | sources | show more
    | load more | read more | see more | view more | close | menu | search | back to top | report an error | report a typo | give feedback
    | send feedback | skip ad | skip advertisement | scroll to continue | text size | font size | show caption | hide caption | toggle caption
    | enlarge this image | expand | view gallery | view all | view profile | donate | donate now | related | recommended | most read | latest news
    | email this | get alerts | story continues below advertisement | article continues below advertisement | story continues below
    | continue reading below advertisement | advertisement - continue reading below | advertisement - scroll to continue | article continues below
    | listen to article | more | share full article | gift article | gift this article | start conversation | have your say | add to favourites
    | add to favorites | reprint | permissions | follow this topic | read aloud | text to speech
with: this | on | via | by | with | with friends | to | the | article | story | post | page | link | news | your | email | e-mail | facebook | twitter
    | x | whatsapp | telegram | ad
offer: inbox | app | apps | privacy policy | terms of use | terms of service | terms and conditions | subscription | subscriptions | journalism
    | commenting | display name | alerts | breaking news | daily briefing | membership | channel | community | our readers
act: subscrib* | sign up | signing up | log in | log out | follow | agree | accept | use cookies | download | click | confirm | donat* | join
us: us | our | we
invite: sign up | subscribe to | subscribe now | get the | get our | follow us | download our | download the | join our | like us | find us on
    | stay up to date | stay informed | delivered to your inbox | straight to your inbox | in your inbox | support our journalism
    | support independent journalism | become a member | make us your preferred | add us as a preferred | get in touch with our | get in touch with us
    | got a tip | got a story | do you have a story | do you have a tip | read our journalism | for more stories like this | for the latest news
    | earn a commission | earn commission | earn an affiliate commission | receive a commission | earn us an affiliate commission | affiliate links
    | share your | join the discussion
paywall: to continue reading | please continue reading | to keep reading | for subscribers only | subscriber only | subscriber-only | subscribers only
    | subscriber exclusive | subscribers exclusive | already a subscriber | already have an account | already registered
    | this article is for subscribers | this story is for subscribers | this content is for subscribers | this article is reserved for
    | subscribe to read | subscribe to continue | sign in to continue reading | log in to continue reading | register to continue reading
    | register to read | unlock this article | you have reached your limit of | free articles remaining | free articles left
    | this is a premium article | premium content: | exclusive to subscribers | exclusive for subscribers
consent: this content is provided | this content is hosted | this content is not available | we need your consent | we need your permission
    | to view this content | to view this embed | allow this content | to display this content | this content could not be loaded
    | this video is not available | this video can not be played | this video cannot be played | your browser does not support
    | please enable javascript | to play this video you need | we use cookies | this site uses cookies | this website uses cookies
    | by clicking accept | manage cookie | cookie settings | privacy settings | loading embed | view this post on | a post shared by
dated: published | first published | updated | last updated | last update | posted | posted on | modified | last modified | date published
    | publish date | published on | updated on | reading time | read time | estimated reading time | minute read | minutes read | min read
    | time to read
by: by | written by | words by | text by | story by | author | authors | by our
credit: photo | photos | image | images | picture | pictures | photo credit | image credit | picture credit | photo by | image by | photo courtesy
    | image courtesy | credit | source | sources | graphic | illustration | file photo | image source | photograph | photograph by | screenshot
    | photo source
thanks: … contributed reporting | additional reporting from | with material from | with information from | additional reporting by
    | additional reports by | reporting by | reporting from | editing by | writing by | compiled by | edited by | with reports from | with report from
    | with files from | with additional reporting | with input from | with inputs from | with agency inputs | with reporting by | with reuters
    | with afp | with agencies | contributed to this report | … contributed to this | contributing:
notice: this is a breaking | this article was originally | this article was first | this story was originally | this story was first
    | this article has been updated | this story has been updated | this article was updated | this story was updated | this post has been updated
    | originally published | first published in | this piece was originally | this post was originally | this article is republished
    | this article appeared | this article first appeared | this story appeared | this story first appeared | this article was translated
    | this article was produced | this is a breaking news | this is a developing | this is a breaking story | the post … appeared first on
    | the post … first appeared on | this content was published | the views expressed in this | the opinions expressed in this
amends: correct* | clarif* | amend* | error* | mistake* | incorrect* | erroneous* | wrong* | misstat* | misspel* | misidentif* | earlier version
    | previous version | original version | retract* | withdrawn | removed | taken down | deleted | editor's note | editors' note | erratum | errata
rights: all rights reserved | copyright © | copyright (c) | no part of this | may not be reproduced | reproduction without permission
    | material may not be published | unauthorised reproduction | unauthorized reproduction
tags: tags | tag | topics | topic | keywords | keyword | more on these topics | filed under | categories | category | tagged | in this article
    | explore more on these topics | related topics
service: click here to | this site is protected by recaptcha | got a story | got a tip | do you have a story | do you have a tip
    | for more stories like this | check our news page | jump to | skip to | scroll to | copy this link | share this link | listen to this article
    | listen to this story | listen to the article | follow us on | join us on | like us on | get in touch | email us | read the original
    | read this in | read this article in | read this story in | read the full story | read full story | view the original | have something to say
    | what do you think? | send us | for more information about | for feedback or | questions about an article | questions? comments?
    | … is a partner brand of | tell us what you think | share your story | share your thoughts | what are your thoughts | follow … on facebook
    | follow … on twitter | follow … on instagram | follow … on google news
"""
}
