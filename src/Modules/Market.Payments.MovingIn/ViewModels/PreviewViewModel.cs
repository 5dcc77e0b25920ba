using Market.Payments.MovingIn.Models;
using Market.Payments.MovingIn.Moving;

namespace Market.Payments.MovingIn.ViewModels;

public class PreviewViewModel
{
    /// <summary>How many lines a page shows of each list.</summary>
    public const int MostShown = 200;

    public required MovingUpload Upload { get; set; }

    public required MovingPlan Plan { get; set; }
}
