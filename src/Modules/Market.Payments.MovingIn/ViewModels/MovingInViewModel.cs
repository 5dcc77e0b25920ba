using Market.Ledger.Amounts;
using Market.Payments.MovingIn.Models;

namespace Market.Payments.MovingIn.ViewModels;

public class MovingInViewModel
{
    public IReadOnlyList<MovingRun> Runs { get; set; } = [];

    /// <summary>The reader's own files that wait.</summary>
    public IReadOnlyList<MovingUpload> Waiting { get; set; } = [];

    public required Currency Currency { get; set; }

    public required TimeZoneInfo Zone { get; set; }
}
