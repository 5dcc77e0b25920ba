using Microsoft.Extensions.Localization;

namespace Market.Payments.Reminders.Choices;

/// <summary>The steps of the ladder that the market set as obligatory.</summary>
public sealed class ObligatoryReminderKind(IMailChoices choices, IStringLocalizer<ObligatoryReminderKind> S) : KeptMailKind(choices)
{
    public const string KindName = "obligatory-reminders";

    public override string Name => KindName;

    public override string Label => S["Reminders that the market has to send"];

    public override string Purpose => S["When a debt is old, before the market takes any other step."];

    public override bool IsObligatory => true;

    public override bool IsOfAccount => true;
}
