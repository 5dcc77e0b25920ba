using Microsoft.Extensions.Localization;

namespace Market.Payments.Gifts;

/// <summary>Who gives credit and who gets it is told: it may not have been they.</summary>
public sealed class GiftMailKind(IMailChoices choices, IStringLocalizer<GiftMailKind> S) : KeptMailKind(choices)
{
    public const string KindName = "gifts";

    public override string Name => KindName;

    public override string Label => S["Gifts of credit"];

    public override string Purpose => S["When credit of yours is given to another member, or you are given some: so that nobody else does it unseen."];

    public override bool IsObligatory => true;

    public override bool IsOfAccount => true;
}
