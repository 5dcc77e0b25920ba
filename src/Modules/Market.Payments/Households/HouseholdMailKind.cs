using Microsoft.Extensions.Localization;

namespace Market.Payments.Households;

/// <summary>Who invited is told who came.</summary>
public sealed class HouseholdMailKind(IMailChoices choices, IStringLocalizer<HouseholdMailKind> S) : KeptMailKind(choices)
{
    public override string Name => "household";

    public override string Label => S["Your household"];

    public override string Purpose => S["When somebody accepts your invitation: so that nobody shares your account unseen."];

    public override bool IsObligatory => true;
}
