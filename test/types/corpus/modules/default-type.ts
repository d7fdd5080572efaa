type Events = 'd1' | 'd2';
export default Events;
