namespace Market.Payments.ViewModels;

/// <summary>The form for a correction: in the member's favour, or not.</summary>
public class AdjustmentViewModel : MoneyFormViewModel
{
    public bool InFavour { get; set; }
}
