using Microsoft.Extensions.Localization;

namespace Market.Payments.Mails;

/// <summary>Orchard's own mails about a login. They are named so that nobody thinks they could be switched off.</summary>
public sealed class SignInMails(IMailChoices choices, IStringLocalizer<SignInMails> S) : KeptMailKind(choices)
{
    public override string Name => "login";

    public override string Label => S["Mails about your login"];

    public override string Purpose => S["To confirm your address, or when you forgot your password: sent only when you ask for them."];

    public override bool IsObligatory => true;
}
