using Market.Ledger.Drawers;
using Microsoft.Extensions.Localization;

namespace Market.Payments.Counter.Drawers;

/// <summary>Says to a person what happened to a drawer, and why something is not recorded.</summary>
public sealed class DrawerWords(IStringLocalizer<DrawerWords> S)
{
    public string Say(DrawerFault fault)
    {
        ArgumentNullException.ThrowIfNull(fault);
        var amount = fault.Amount?.ForPeople() ?? string.Empty;
        return fault.Kind switch
        {
            DrawerFaultKind.AlreadyOpen => S["A drawer of this name is open: close it first, or give this one another name."],
            DrawerFaultKind.Closed => S["This drawer is closed: nothing is recorded of it any more."],
            DrawerFaultKind.NameMissing => S["Please give the drawer a name of at most {0} characters.", DrawerRules.MaxNameLength],
            DrawerFaultKind.AmountMissing => S["Please enter an amount that is not below zero."],
            DrawerFaultKind.TooLarge => S["This is more than a drawer holds: please look at the numbers again."],
            DrawerFaultKind.NotPieces => S["Please enter how many notes and coins there are: whole numbers, none below zero."],
            DrawerFaultKind.CountMissing => S["Please count what is in the drawer."],
            DrawerFaultKind.CountsDiffer => S["The notes and coins come to {0}, which is not the sum you typed.", amount],
            DrawerFaultKind.MoreThanThere => S["There is only {0} in the drawer.", amount],
            DrawerFaultKind.ReasonMissing when fault.Amount is { IsNegative: true } missing => S["{0} is missing: please say why.", missing.Abs().ForPeople()],
            DrawerFaultKind.ReasonMissing => S["{0} is too much: please say why.", amount],
            DrawerFaultKind.ReasonTooLong => S["This reason is too long."],
            DrawerFaultKind.SameHolder => S["You have this drawer already: whoever takes it over records it, signed in by themselves."],
            DrawerFaultKind.Moved => S["Meanwhile something was recorded: the drawer should hold {0} now. Please look again, then close it.", amount],
            DrawerFaultKind.OtherContent => S["This form was sent before with other content. Please open it again."],
            _ => throw new InvalidOperationException($"No words for {fault.Kind}."),
        };
    }

    public string Say(DrawerMovement movement) => movement switch
    {
        DrawerMovement.Opened => S["Opened"],
        DrawerMovement.Counted => S["Counted"],
        DrawerMovement.HandedOver => S["Taken over"],
        DrawerMovement.Brought => S["From the bank"],
        DrawerMovement.Taken => S["To the bank"],
        DrawerMovement.Closed => S["Closed"],
        _ => throw new InvalidOperationException($"No words for {movement}."),
    };

    /// <summary>The field of the form that the sentence belongs to; none where it is about all of it.</summary>
    public static string FieldOf(DrawerFault fault, DrawerMovement movement)
    {
        ArgumentNullException.ThrowIfNull(fault);
        return fault.Kind switch
        {
            DrawerFaultKind.NameMissing or DrawerFaultKind.AlreadyOpen => nameof(ViewModels.DrawerFormViewModel.Name),
            DrawerFaultKind.CountMissing or DrawerFaultKind.CountsDiffer => nameof(ViewModels.DrawerFormViewModel.Counted),
            DrawerFaultKind.NotPieces => nameof(ViewModels.DrawerFormViewModel.Pieces),
            DrawerFaultKind.MoreThanThere when movement is DrawerMovement.Closed => nameof(ViewModels.DrawerFormViewModel.ToBank),
            DrawerFaultKind.AmountMissing or DrawerFaultKind.MoreThanThere when movement is not DrawerMovement.Closed => nameof(ViewModels.DrawerFormViewModel.Amount),
            DrawerFaultKind.ReasonMissing or DrawerFaultKind.ReasonTooLong => nameof(ViewModels.DrawerFormViewModel.Reason),
            _ => string.Empty,
        };
    }
}
