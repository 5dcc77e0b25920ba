using Market.Payments.Models;
using OrchardCore.DisplayManagement;

namespace Market.Payments.ViewModels;

public class FeesViewModel
{
    public required IReadOnlyList<FeeRun> Runs { get; init; }

    public required IReadOnlyDictionary<string, string> Users { get; init; }

    public required TimeZoneInfo Zone { get; init; }

    public required int Proposed { get; init; }

    public required bool PaymentsActive { get; init; }

    public required IShape Pager { get; init; }
}
